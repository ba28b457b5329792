/**
 * Everything that somebody may be allowed to do: the closed list that routes and pages ask by. An action that is not here does not exist
 * and is denied.
 */
export const ACTIONS = [
  'ticket.read',
  'ticket.report',
  'ticket.accept',
  'ticket.grade',
  'ticket.reply',
  'ticket.judge',
  'ticket.assign',
  'ticket.transfer',
  'ticket.pause',
  'ticket.restore',
  'ticket.confirm',
  'ticket.refuse',
  'ticket.reopen',
  'ticket.close',
  'ticket.cancel',
  'ticket.merge',
  'ticket.note',
  'ticket.edit',
  'ticket.remote',
  'ticket.visit',
  'ticket.message',
  'service.read',
  'service.record',
  'invoice.read',
  'invoice.manage',
  'invoice.agree',
  'obligation.read',
  'obligation.waive',
  'fact.read',
  'fact.approve',
  'fact.correct',
  'fact.void',
  'dispute.raise',
  'dispute.decide',
  'plan.read',
  'plan.manage',
  'contract.read',
  'contract.manage',
  'customer.read',
  'customer.manage',
  'site.read',
  'site.manage',
  'asset.read',
  'asset.manage',
  'person.read',
  'person.manage',
  'role.manage',
  'team.manage',
  'inbox.read',
  'message.read',
  'message.send',
  'template.manage',
  'search.use',
  'view.share',
  'audit.read',
  'clock.advance',
] as const

export type Action = (typeof ACTIONS)[number]

export function isAction(text: string): text is Action {
  return (ACTIONS as readonly string[]).includes(text)
}

/** How far a grant reaches: what is one's own, one's team's, the branch's (the team and every team below it), or the whole firm's. */
export const SCOPES = ['own', 'team', 'branch', 'all'] as const

export type Scope = (typeof SCOPES)[number]

export type Grant = { readonly action: Action; readonly scope: Scope }
