// Loaded into every test file's process: its property tests draw by the seed of the run.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.NUOXING_SEED) })
