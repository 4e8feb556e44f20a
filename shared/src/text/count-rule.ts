/** What a rule of counting may say, for the collector and the form alike. */

/** A year: a longer window would count PCs nobody remembers. */
export const LONGEST_DAYS = 366
