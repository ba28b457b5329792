import { proposalsOf } from '../../core/plan/proposal.ts'
import { sayFinding } from '../../core/plan/say.ts'
import type { Finding, Plan } from '../../core/plan/types.ts'
import type { Locale, Params } from '../../core/words.ts'
import type { Problem } from '../../wire/base.ts'
import { saySentence } from '../words/say.ts'
import type { ServerKey } from '../words/say.ts'

export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 416 | 422 | 423 | 429 | 500 | 503

export type FieldProblem = { readonly field: string; readonly code: string; readonly say: (locale: Locale) => string }

/** An expected failure as a value: a handler returns it, the edge says it in the reader's language. */
export class Refused {
  readonly status: ProblemStatus
  /** stable; clients go by it */
  readonly code: string
  readonly say: (locale: Locale) => string
  readonly more: RefusedMore
  constructor({
    status,
    code,
    say,
    more = {},
  }: {
    status: ProblemStatus
    code: string
    say: (locale: Locale) => string
    more?: RefusedMore
  }) {
    this.status = status
    this.code = code
    this.say = say
    this.more = more
  }

  with(more: RefusedMore): Refused {
    return new Refused({ status: this.status, code: this.code, say: this.say, more: { ...this.more, ...more } })
  }
}

export type RefusedMore = {
  readonly field?: string | undefined
  readonly errors?: readonly FieldProblem[]
  readonly conflict?: Problem['conflict']
  readonly findings?: readonly Finding[]
  readonly retryAfterSeconds?: number
  readonly offset?: number
}

/** Refuses with one of the server's own sentences; the key is the stable code. */
export function refuse(status: ProblemStatus, code: ServerKey, params: Params = {}): Refused {
  return new Refused({ status, code, say: (locale) => saySentence(locale, code, params) })
}

/** One field is wrong. */
export function refuseField(field: string, code: ServerKey, params: Params = {}): Refused {
  const say = (locale: Locale) => saySentence(locale, code, params)
  return new Refused({ status: 400, code, say }).with({ field, errors: [{ field, code, say }] })
}

export const recordMissing = () => refuse(404, 'record.missing')

function proposed(finding: Finding): { readonly proposals?: { find: string; replace: string }[] } {
  const proposals = proposalsOf(finding)
  return proposals.length > 0 ? { proposals: [...proposals] } : {}
}

/** Findings with their places, each said in the reader's language. */
export function presentFindings(findings: readonly Finding[], locale: Locale, plan?: Plan): NonNullable<Problem['findings']> {
  return findings.map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    line: finding.at.line,
    column: finding.at.column,
    path: finding.at.path,
    words: sayFinding(finding, locale, plan),
    clauses: [...finding.clauses],
    ...proposed(finding),
  }))
}

/** What must be put right first, each with its place, so that an editor can go there. */
export function refuseFindings(findings: readonly Finding[]): Refused {
  const errors = findings.filter((one) => one.severity === 'error').length
  return refuse(422, 'plan.findings', { count: errors }).with({ field: 'yaml', findings })
}

/** RFC 9457. */
export function problemOf(refused: Refused, locale: Locale): Problem {
  const { field, errors, conflict, findings, offset } = refused.more
  return {
    type: `/api/docs#problem-${refused.code.replaceAll('.', '-')}`,
    title: saySentence(locale, `title.${refused.status}`),
    status: refused.status,
    code: refused.code,
    detail: refused.say(locale),
    ...(field === undefined ? {} : { field }),
    ...(errors === undefined ? {} : { errors: errors.map((one) => ({ field: one.field, code: one.code, detail: one.say(locale) })) }),
    ...(conflict === undefined ? {} : { conflict }),
    ...(offset === undefined ? {} : { offset }),
    ...(findings === undefined ? {} : { findings: presentFindings(findings, locale) }),
  }
}
