/** Something entered in a record, as far as a second pair of eyes (四眼) is concerned: whether it came late, who entered it, who has approved it. */
export type Entered = { readonly late: boolean; readonly by?: string | undefined; readonly approvedBy?: string | undefined }

/** Why this person may not approve it; undefined: they may. */
export function approvalProblem(
  { late, by, approvedBy }: Entered,
  person: string,
): 'approval-needless' | 'approval-own' | 'approved-already' | undefined {
  if (!late) return 'approval-needless'
  if (by === person) return 'approval-own'
  return approvedBy === undefined ? undefined : 'approved-already'
}
