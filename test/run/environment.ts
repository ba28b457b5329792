/** What whoever runs the tests may say: which browser, where the log of a public desk lies, which seed. */
const KEPT: readonly string[] = ['NUOXING_SEED', 'NUOXING_CHROMIUM', 'NUOXING_TEST_LOG']

/** Settings and databases of the user's own, which are none of a test's business. */
export function foreignTo(names: readonly string[]): readonly string[] {
  return names.filter((name) => name === 'DATABASE_URL' || name === 'PORT' || (name.startsWith('NUOXING_') && !KEPT.includes(name)))
}
