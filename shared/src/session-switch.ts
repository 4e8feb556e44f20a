/** The one name in a collector's list of what it does not want that is no fact: whether anybody is logged on, which samples tell. */
export const SESSION_SWITCH = 'session'
