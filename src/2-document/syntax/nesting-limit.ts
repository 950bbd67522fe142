/** How many blocks may be nested. Hand-written text needs a dozen; docutils gives up at about as many, when Python's stack is used up. */
export const nestingLimit = 100
