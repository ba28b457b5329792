import type { Fact } from '../fact.ts'
import type { Instant } from '../time/instant.ts'

/** 费用单: a draft is a working paper and no fact; it was shown (出示) to the customer, who may agree; issued it is final. */
export const INVOICE_PHASES = ['draft', 'shown', 'issued'] as const

export type InvoicePhase = (typeof INVOICE_PHASES)[number]

export type Agreed = { readonly hash: string; readonly fact: string; readonly at: Instant; readonly by?: string | undefined }

/** A bill as its facts have made it; `hash`: of what was shown or issued. */
export type InvoiceState = {
  readonly phase: InvoicePhase
  readonly hash?: string | undefined
  /** the customer agreed to the very bill of this hash */
  readonly agreed?: Agreed | undefined
}

export function initialState(): InvoiceState {
  return { phase: 'draft' }
}

const hashIn = ({ data }: Fact): string | undefined => (typeof data.hash === 'string' ? data.hash : undefined)

/** A bill after one more fact about it, in ledger order. */
export function evolve(state: InvoiceState, fact: Fact): InvoiceState {
  const hash = hashIn(fact)
  switch (fact.type) {
    case 'invoice.shown':
      return { ...state, phase: 'shown', hash }
    case 'approval.given':
      return hash === undefined ? state : { ...state, agreed: { hash, fact: fact.id, at: fact.occurredAt, by: fact.by } }
    case 'invoice.issued':
      return { ...state, phase: 'issued', hash }
    default:
      return state
  }
}
