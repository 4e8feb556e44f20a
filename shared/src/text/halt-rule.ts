/** From when on a rollout of an agent's version halts by itself; said on its page and kept by the store. */

/** One or two PCs may have troubles of their own. */
export const LEAST_BAD = 3
export const MOST_BAD_PERCENT = 5
