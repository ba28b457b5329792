import type { Action, Grant, Scope } from './actions.ts'

/** A role is data: a firm may change the shipped ones or add its own. `party` says whose people may have it. */
export type Role = { readonly id: string; readonly party: 'vendor' | 'customer'; readonly grants: readonly Grant[] }

const to = (scope: Scope, ...actions: readonly Action[]): Grant[] => actions.map((action) => ({ action, scope }))

const LOOK_UP = [
  'plan.read',
  'contract.read',
  'customer.read',
  'site.read',
  'asset.read',
  'person.read',
  'service.read',
  'search.use',
] as const
const FOLLOW = ['ticket.read', 'obligation.read', 'fact.read'] as const
const ANSWER = ['ticket.accept', 'ticket.grade', 'ticket.reply', 'ticket.note', 'ticket.edit', 'ticket.pause', 'ticket.remote'] as const
const FINISH = ['ticket.restore', 'ticket.confirm', 'ticket.refuse', 'ticket.reopen', 'ticket.close'] as const
const ARRANGE = ['ticket.assign', 'ticket.transfer', 'ticket.cancel', 'ticket.merge'] as const

/** The shipped set. Their names stand in the language files under `role.<id>`. */
export const SHIPPED_ROLES: readonly Role[] = [
  {
    id: 'administrator',
    party: 'vendor',
    grants: to(
      'all',
      ...FOLLOW,
      ...LOOK_UP,
      'plan.manage',
      'contract.manage',
      'customer.manage',
      'site.manage',
      'asset.manage',
      'person.manage',
      'role.manage',
      'team.manage',
      'inbox.read',
      'message.read',
      'message.send',
      'template.manage',
      'view.share',
      'audit.read',
      'clock.advance',
    ),
  },
  {
    id: 'service-manager',
    party: 'vendor',
    grants: to(
      'all',
      ...FOLLOW,
      ...LOOK_UP,
      'ticket.report',
      ...ANSWER,
      ...FINISH,
      ...ARRANGE,
      'ticket.judge',
      'ticket.visit',
      'service.record',
      'obligation.waive',
      'fact.approve',
      'fact.correct',
      'fact.void',
      'team.manage',
      'plan.manage',
      'contract.manage',
      'customer.manage',
      'site.manage',
      'asset.manage',
      'inbox.read',
      'message.read',
      'message.send',
      'view.share',
      'clock.advance',
    ),
  },
  {
    id: 'hotline-agent',
    party: 'vendor',
    grants: to(
      'all',
      ...FOLLOW,
      ...LOOK_UP,
      'ticket.report',
      ...ANSWER,
      ...FINISH,
      'ticket.assign',
      'ticket.transfer',
      'ticket.visit',
      'service.record',
      'fact.approve',
      'fact.correct',
      'customer.manage',
      'site.manage',
      'asset.manage',
      'inbox.read',
      'view.share',
      'clock.advance',
    ),
  },
  {
    id: 'dispatcher',
    party: 'vendor',
    grants: to(
      'all',
      ...FOLLOW,
      ...LOOK_UP,
      'ticket.report',
      ...ANSWER,
      ...ARRANGE,
      'ticket.visit',
      'service.record',
      'fact.approve',
      'fact.correct',
      'inbox.read',
      'view.share',
      'clock.advance',
    ),
  },
  {
    id: 'engineer',
    party: 'vendor',
    grants: [
      ...to('all', ...LOOK_UP, 'inbox.read', 'ticket.report', 'service.record'),
      ...to('branch', ...FOLLOW),
      ...to('own', ...ANSWER, 'ticket.judge', 'ticket.visit', 'ticket.restore', 'ticket.confirm', 'ticket.refuse', 'fact.correct'),
    ],
  },
  {
    id: 'parts-keeper',
    party: 'vendor',
    grants: [...to('all', ...LOOK_UP, 'inbox.read', 'service.record'), ...to('branch', ...FOLLOW, 'ticket.note')],
  },
  {
    id: 'account-manager',
    party: 'vendor',
    grants: to(
      'all',
      ...FOLLOW,
      ...LOOK_UP,
      'ticket.report',
      'ticket.note',
      'service.record',
      'contract.manage',
      'customer.manage',
      'inbox.read',
    ),
  },
  {
    id: 'project-manager',
    party: 'vendor',
    grants: to('all', ...FOLLOW, ...LOOK_UP, 'ticket.report', 'ticket.note', 'ticket.reply', 'service.record', 'inbox.read', 'view.share'),
  },
  { id: 'senior-management', party: 'vendor', grants: to('all', ...FOLLOW, ...LOOK_UP, 'obligation.waive', 'inbox.read', 'audit.read') },
  {
    id: 'customer-administrator',
    party: 'customer',
    grants: to(
      'all',
      ...FOLLOW,
      'plan.read',
      'contract.read',
      'site.read',
      'asset.read',
      'search.use',
      'ticket.report',
      'ticket.confirm',
      'ticket.refuse',
      'ticket.reopen',
    ),
  },
  {
    id: 'customer-user',
    party: 'customer',
    grants: [
      ...to('all', 'site.read', 'asset.read', 'search.use', 'ticket.report'),
      ...to('own', ...FOLLOW, 'ticket.confirm', 'ticket.refuse'),
    ],
  },
]

export function shippedRole(id: string): Role | undefined {
  return SHIPPED_ROLES.find((role) => role.id === id)
}
