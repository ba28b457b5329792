// Loaded into every test file's process: one that never ends says what holds it, instead of holding up the whole run.
const WITHIN_MS = process.env.NUOXING_PROVE ? 3_600_000 : 300_000

setTimeout(() => {
  console.error(`not ended within ${WITHIN_MS / 1000} s; still open: ${process.getActiveResourcesInfo().join(' ') || 'nothing'}`)
  process.exit(1)
}, WITHIN_MS).unref()
