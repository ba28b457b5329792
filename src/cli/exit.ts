/** Exit codes, stable: 0 fine, 1 findings or breaches, 2 bad input. */
export const EXIT = { fine: 0, found: 1, badInput: 2 } as const
