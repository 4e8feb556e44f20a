/** What the agent says of itself to the collector. */
export { PRODUCT_VERSION as AGENT_VERSION } from '@somay/shared/product-version.ts'
