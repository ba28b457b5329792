import assert from 'node:assert/strict'
import { findingsOf, sentencesOf, SOUND } from './given.testing.ts'
import type { Finding } from './types.ts'

/** The pump maker's commitment with one more promise, of any form, and one more section. */
export function withClause(form: string, body: string, sections = ''): string {
  const lines = body.trim().split('\n')
  const clause = [
    '  extra:',
    '    title: 附加',
    '    text: 附加条款。',
    '    source: [L-9]',
    `    ${form}:`,
    ...lines.map((line) => `      ${line}`),
  ]
  return SOUND.replace('later:\n', `${clause.join('\n')}\n${sections}later:\n`)
}

export function mistakesIn(form: string, body: string): readonly Finding[] {
  return findingsOf(withClause(form, body))
}

/** `term bad-value`: what is told, by the place below the clause's form. Every finding is a whole sentence in every language. */
export function toldOf(form: string, body: string): string[] {
  return mistakesIn(form, body).map((finding) => {
    for (const sentence of Object.values(sentencesOf(finding))) assert.ok(sentence.length > 5, finding.code)
    return [finding.at.path.replace(`promises.extra.${form}`, '').replace(/^\./, ''), finding.code].filter(Boolean).join(' ')
  })
}

export type Wrong = readonly [key: string, written: string, told: string]

/** Each line exchanged for a wrong one in a body that is sound: told once, at its place. A key that is not there yet is added. */
export function refuses(form: string, sound: string, wrong: readonly Wrong[]): void {
  assert.deepEqual(toldOf(form, sound), [], `${form} is sound to begin with`)
  for (const [key, written, told] of wrong) {
    const lines = sound.trim().split('\n')
    const at = lines.findIndex((line) => line.startsWith(`${key}:`))
    const line = `${key}: ${written}`
    const body = (at === -1 ? [...lines, line] : lines.with(at, line)).join('\n')
    assert.deepEqual(toldOf(form, body), [told], `${form}: ${line}`)
  }
}

/** Without one of these keys a clause of this form is none. */
export function demands(form: string, sound: string, keys: readonly string[]): void {
  for (const key of keys) {
    const body = sound
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith(`${key}:`))
      .join('\n')
    const told = mistakesIn(form, body)
    assert.ok(
      told.some(({ code, params }) => code === 'missing-key' && params.key === key),
      `${form} without ${key}: ${told.map(({ code }) => code).join(' ')}`,
    )
  }
}
