import { pinyin } from 'pinyin-pro'

/**
 * Pinyin initials of a name, as people type them: 锦屏市第三人民医院 → `jpsdsrmyy`; Latin letters and figures stay, all in small
 * letters without blanks. Written beside the name, so that search is plain SQL.
 */
export function initialsOf(...names: readonly (string | null | undefined)[]): string {
  const text = names.filter(Boolean).join(' ')
  const initials = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
  return initials
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
}
