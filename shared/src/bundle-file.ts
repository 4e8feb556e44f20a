/** What an offline bundle is as a file; apart from its schema, so that the pages can know it without the schema library. */

/** Ending of the file's name; the file is gzip over the JSON of a bundle. */
export const BUNDLE_ENDING = '.somay'

/** Room for a report of 10,000 programs and a year of samples, several times over. */
export const MAX_BUNDLE_BYTES = 4 * 1024 * 1024
