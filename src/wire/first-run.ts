import { z } from 'zod'
import { line } from './base.ts'
import { Invitation } from './parties.ts'

/** What a new firm sets up, in the order in which one thing needs the other. */
export const FIRST_STEPS = ['letterhead', 'data', 'people', 'plan', 'contract', 'fault'] as const

export const FirstRun = z.object({ steps: z.array(z.object({ id: z.enum(FIRST_STEPS), done: z.boolean() })) })
export type FirstRun = z.infer<typeof FirstRun>

export const DEMO_KINDS = ['customers', 'assets', 'people', 'plans', 'contracts', 'tickets', 'facts', 'files'] as const

/** What the demo vendor holds, and goes with it. */
export const DemoContents = z.object({ name: z.string(), counts: z.array(z.object({ kind: z.enum(DEMO_KINDS), n: z.int() })) })
export type DemoContents = z.infer<typeof DemoContents>

/** `confirm`: the name of the demo vendor, as it stands there; `code`, `name`, `timezone`: of the firm that begins in its place. */
export const ClearDemo = z.strictObject({
  confirm: z.string().max(120),
  code: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: line(60),
  timezone: z.string().max(60),
})
export type ClearDemo = z.infer<typeof ClearDemo>

/** The link by which the first administrator of the new firm comes in. */
export const ClearedDemo = z.object({ code: z.string(), link: Invitation })
export type ClearedDemo = z.infer<typeof ClearedDemo>
