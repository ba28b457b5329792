import type { Words } from '../../words.ts'
import type { ReleaseCode } from './zh-CN.ts'

/** Sentences that refuse a waiver or an excuse, or its approval: what is missing, and what to do next. */
export const RELEASE_EN: Words<ReleaseCode> = {
  'waive-promise-unknown': 'The plan has no promise “{promise}”.',
  'waive-not-open': 'This promise never started; there is nothing to waive.',
  'waive-settled': 'This promise is kept, excused or cancelled already; there is nothing to waive.',
  'waive-reason': 'Say why.',
  'waive-evidence': 'Name the evidence.',
  'waive-role': 'By the plan this promise is waived by {role}. Ask somebody who holds that role.',
  'waive-nobody': 'This gate names nobody who may waive it, so nobody can.',
  'waive-waiting': 'A waiver or excuse of this promise waits for approval already; wait for its outcome.',
  'excuse-reason-unknown': 'This promise does not accept “{reason}” as an excuse; choose from: {known}.',
  'excuse-broken': 'This promise is broken, too late for an excuse. With good reason, waive it instead.',
  'release-missing': 'There is no such waiver or excuse.',
  'release-own': 'Another person must approve it; nobody approves what they asked for.',
  'release-others': 'Only who asked for it may take it back. To turn it down, refuse it.',
  'release-decided': 'This one has been decided. Read the page again.',
  'release-too-late': 'The promise broke before the approval, too late for an excuse. Refuse this one and waive it instead.',
  'refuse-reason': 'Say why you refuse it.',
}
