import { z } from 'zod'
import { Id, Instant, Named } from './base.ts'
import { Cover } from './contracts.ts'

/**
 * The covers of one device under each contract that names it, with what they leave out and what was told of the device. `whole`: what the contract has as a
 * whole, which is the device's too.
 */
export const DeviceCovers = z.object({
  contracts: z.array(
    z.object({
      contract: z.object({ id: Id, number: z.string(), title: z.string(), planTitle: z.string() }),
      covers: z.array(Cover),
      whole: z.array(Cover),
    }),
  ),
  /** faults and parts that are not covered, and by what that can be shown */
  exclusions: z.array(
    z.object({
      fact: Id,
      at: Instant,
      cover: z.string(),
      reason: z.string(),
      part: z.string().optional(),
      ticket: z.object({ id: Id, number: z.string(), title: z.string() }).optional(),
      evidence: z.string().optional(),
      by: Named.optional(),
    }),
  ),
  /** 原厂期限, 国家规定的期限: the last word on each */
  terms: z.array(z.object({ kind: z.enum(['maker', 'state']), words: z.string(), at: Instant, by: Named.optional() })),
})
export type DeviceCovers = z.infer<typeof DeviceCovers>
