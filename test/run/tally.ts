/** What a run came to. `failures` are the details, each a paragraph ready to print. */
export type Tally = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly failures: readonly string[]
  readonly files: readonly { readonly file: string; readonly ms: number }[]
}

export function zero(): Tally {
  return { passed: 0, failed: 0, skipped: 0, failures: [], files: [] }
}

export function add(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
    files: [...a.files, ...b.files],
  }
}

/** The last line of every run; its form is what CI reads. */
export function summaryLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
