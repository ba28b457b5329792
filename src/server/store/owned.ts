/** Open, or broken and still to be done. */
export const UNDONE = `(o.state IN ('open', 'paused') OR (o.state = 'broken' AND o.fulfilled_at IS NULL AND o.ended_at IS NULL))`

/**
 * 负责: obligations `o` on which the condition holds, of clauses that name a role for which the contract names this person. A plan is opened once for a
 * contract. Where the condition names a row outside, it is looked up there.
 */
export function ownedBy(person: string, condition: string): string {
  return `SELECT o.subject, o.promise, o.episode, o.ticket FROM contract_person cp
    CROSS JOIN LATERAL (SELECT DISTINCT r.bound_hash AS hash FROM obligation o JOIN record_state r ON r.tenant_id = o.tenant_id AND r.subject = o.subject
      WHERE o.tenant_id = cp.tenant_id AND o.contract = cp.contract AND ${condition}) bound
    JOIN bound_plan b ON b.tenant_id = cp.tenant_id AND b.hash = bound.hash JOIN plan p ON p.tenant_id = b.tenant_id AND p.ref = b.plan
    CROSS JOIN LATERAL json_each(p.parsed -> 'promises') clause
    JOIN obligation o ON o.tenant_id = cp.tenant_id AND o.contract = cp.contract AND o.promise = clause.key AND ${condition}
    JOIN record_state r ON r.tenant_id = o.tenant_id AND r.subject = o.subject AND r.bound_hash = bound.hash
    WHERE cp.person = ${person} AND clause.value ->> 'owner' = cp.role`
}

type Whose = { readonly person: string; readonly ticket: string }

/** 我的: of a ticket that was given to this person, else what of it they answer for. */
export function ownOrOwned({ person, ticket }: Whose, condition: string): string {
  return `(${ticket}.assignee = ${person} OR EXISTS (${ownedBy(person, condition)}))`
}
