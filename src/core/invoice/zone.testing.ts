import type { Zone } from '../time/zone.ts'

/** A zone without any shift, for sentences that only need some day. */
export const utcZone: Zone = { id: 'UTC', tzdata: 'test', transitions: [{ at: 0, offsetMs: 0 }] }
