/** How bills are narrowed in their list; without the schemas, so that a page may name them and stay small. */
export const INVOICE_STATES = ['all', 'open', 'shown', 'issued', 'to-correct'] as const
