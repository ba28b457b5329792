import { Logger } from 'graphile-worker'

/** graphile-worker's own chatter; what goes wrong with a job is told by the job. */
export const QUIET = new Logger(() => () => undefined)
