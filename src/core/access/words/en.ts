import type { Words } from '../../words.ts'
import type { AccessWord } from './zh-CN.ts'

/** Why somebody may not, and whom to ask. */
export const ACCESS_EN: Words<AccessWord> = {
  'access.unknown-action': 'There is no such action: “{action}”.',
  'access.other-customer': 'This record belongs to another customer; you can neither see nor change it.',
  'access.not-granted': 'Your roles do not allow you to {action}. Ask an administrator if you need it.',
  'access.beyond-own': 'You may {action} for your own records only; this one is not yours. Ask whoever it belongs to.',
  'access.beyond-team': 'You may {action} for the records of your team only. Ask the team of this record.',
  'access.beyond-branch': 'You may {action} for the records of your branch only. Ask the branch of this record.',

  'role.administrator': 'Administrator', 'role.service-manager': 'Service manager', 'role.hotline-agent': 'Hotline agent', 'role.dispatcher': 'Dispatcher', 'role.engineer': 'Engineer',
  'role.parts-keeper': 'Parts keeper', 'role.account-manager': 'Account manager', 'role.project-manager': 'Project manager', 'role.senior-management': 'Senior management',
  'role.customer-administrator': 'Customer’s administrator', 'role.customer-user': 'Customer’s user', 'role.lead': 'Lead', 'role.dedicated-engineer': 'Dedicated engineer',

  'scope.own': 'own', 'scope.team': 'team', 'scope.branch': 'branch and below', 'scope.all': 'all',

  'action.ticket.read': 'see tickets', 'action.ticket.report': 'report faults', 'action.ticket.accept': 'accept tickets', 'action.ticket.grade': 'grade tickets', 'action.ticket.reply': 'reply to customers',
  'action.ticket.judge': 'judge causes', 'action.ticket.assign': 'assign tickets', 'action.ticket.transfer': 'transfer tickets', 'action.ticket.pause': 'pause and resume clocks', 'action.ticket.restore': 'record service as restored',
  'action.ticket.confirm': 'record confirmations', 'action.ticket.refuse': 'record refusals', 'action.ticket.reopen': 'reopen tickets', 'action.ticket.close': 'close tickets', 'action.ticket.cancel': 'cancel tickets',
  'action.ticket.merge': 'merge tickets', 'action.ticket.note': 'write internal notes', 'action.ticket.edit': 'edit tickets', 'action.ticket.remote': 'work remotely', 'action.ticket.visit': 'record visits',
  'action.obligation.read': 'see obligations', 'action.obligation.waive': 'waive or excuse promises', 'action.fact.read': 'see records', 'action.fact.approve': 'approve back-filled entries', 'action.fact.correct': 'correct records',
  'action.fact.void': 'declare records void', 'action.plan.read': 'see plans', 'action.contract.read': 'see contracts', 'action.contract.manage': 'manage contracts', 'action.customer.read': 'see customers',
  'action.customer.manage': 'manage customers', 'action.site.read': 'see sites', 'action.site.manage': 'manage sites', 'action.asset.read': 'see devices', 'action.asset.manage': 'manage devices',
  'action.person.read': 'see people', 'action.person.manage': 'manage people', 'action.inbox.read': 'read the inbox', 'action.search.use': 'search', 'action.view.share': 'share views',
  'action.audit.read': 'read the audit trail', 'action.clock.advance': 'advance the demo clock',
}
