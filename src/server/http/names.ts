import type { Locale } from '../../core/words.ts'
import { sayKnown } from '../words/say.ts'

/** A firm's own name for a role, else the shipped role's name in the reader's language, else its id. */
export function roleName(locale: Locale, role: { readonly id: string; readonly name: string | null }): string {
  return role.name ?? sayKnown(locale, { key: `role.${role.id}`, otherwise: 'role.other' }, { id: role.id })
}
