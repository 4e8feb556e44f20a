/** The version of the product: agent, collector and installers are built and numbered as one. A test holds it to the packages' own. */
export const PRODUCT_VERSION = '0.1.0'
