import type { Action } from '../../core/access/actions.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { WordKey } from '../../ui/words/say.ts'

export type Room = {
  readonly to: string
  readonly icon: IconName
  readonly name: WordKey
  readonly needs: Action
  readonly key: string
  readonly initials: string
  /** pages of this room that stand at another address */
  readonly also?: readonly string[]
}

/** Does this page belong to the room? */
export function isInRoom({ to, also = [] }: Room, pathname: string): boolean {
  return [to, ...also].some((path) => pathname.startsWith(path))
}

/** The rooms that exist, in the order of the rail; each is shown to those who may enter. `initials`: pinyin, for Ctrl+K. */
export const ROOMS: readonly Room[] = [
  { to: '/overview', icon: 'home', name: 'room.overview', needs: 'obligation.read', key: 'g d', initials: 'gzt' },
  { to: '/tickets', icon: 'ticket', name: 'room.tickets', needs: 'ticket.read', key: 'g t', initials: 'gd' },
  { to: '/roster', icon: 'clock', name: 'room.roster', needs: 'service.record', key: 'g r', initials: 'pb' },
  { to: '/complaints', icon: 'flag', name: 'room.complaints', needs: 'service.record', key: 'g q', initials: 'ts' },
  { to: '/board', icon: 'board', name: 'room.board', needs: 'contract.read', key: 'g b', initials: 'cnkb' },
  { to: '/customers', icon: 'asset', name: 'room.customers', needs: 'customer.read', key: 'g c', initials: 'khsb', also: ['/devices'] },
  { to: '/contracts', icon: 'document', name: 'room.contracts', needs: 'contract.read', key: 'g h', initials: 'ht' },
  { to: '/invoices', icon: 'money', name: 'room.invoices', needs: 'invoice.read', key: 'g y', initials: 'fy' },
  { to: '/plans', icon: 'shield', name: 'room.plans', needs: 'plan.read', key: 'g f', initials: 'fa' },
  { to: '/people', icon: 'users', name: 'room.people', needs: 'person.read', key: 'g p', initials: 'ryjs' },
  { to: '/trail', icon: 'trail', name: 'room.trail', needs: 'audit.read', key: 'g a', initials: 'sjjl' },
  { to: '/settings', icon: 'wrench', name: 'room.settings', needs: 'team.manage', key: 'g s', initials: 'sz' },
]
