import { z } from 'zod'
import { Id, Instant, Locale, Named, line } from './base.ts'

export const Theme = z.enum(['system', 'light', 'dark', 'compact', 'dark-compact'])
export type Theme = z.infer<typeof Theme>

/** `name@tenant` */
export const Account = z
  .string()
  .trim()
  .toLowerCase()
  .max(120)
  .regex(/^[^\s@]{1,64}@[a-z0-9-]{1,40}$/)

export const Password = z.string().min(10).max(200)

export const LogIn = z.strictObject({ account: Account, password: z.string().min(1).max(200) })
export type LogIn = z.infer<typeof LogIn>

export const Grant = z.object({ action: z.string(), scope: z.enum(['own', 'team', 'branch', 'all']) })

/** How far a demo's past has been told, in steps. */
export const Seeding = z.object({ done: z.int(), total: z.int() })
export type Seeding = z.infer<typeof Seeding>

/** Who is logged in, and everything that the console needs before its first page. */
export const Session = z.object({
  me: z.object({
    id: Id,
    name: z.string(),
    account: z.string(),
    /** set for people of a customer: they only ever see that customer */
    customer: Named.optional(),
    team: Named.optional(),
    roles: z.array(z.object({ id: z.string(), name: z.string() })),
    grants: z.array(Grant),
    /** the teams that the scopes `team` and `branch` reach, own first */
    teams: z.array(z.string()),
  }),
  tenant: z.object({
    id: z.string(),
    name: z.string(),
    zone: z.string(),
    demo: z.boolean(),
    /** the demo's past is being told: until it is, nothing can be recorded */
    seeding: Seeding.optional(),
  }),
  clock: z.object({ now: Instant, offsetMs: z.int() }),
  locale: Locale,
  theme: Theme,
  expiresAt: Instant,
  unreadInbox: z.int(),
})
export type Session = z.infer<typeof Session>

export const ChangePreferences = z.strictObject({ locale: Locale.optional(), theme: Theme.optional() })
export type ChangePreferences = z.infer<typeof ChangePreferences>

export const ChangePassword = z.strictObject({ current: z.string().min(1).max(200), password: Password })
export type ChangePassword = z.infer<typeof ChangePassword>

export const RequestPasswordReset = z.strictObject({ account: Account })
export type RequestPasswordReset = z.infer<typeof RequestPasswordReset>

/** `token` as it stands in the link: `nxr_<tenant>_<secret>`. */
export const ResetPassword = z.strictObject({ token: z.string().min(20).max(200), password: Password })
export type ResetPassword = z.infer<typeof ResetPassword>

/** The one-time link of a tenant's first administrator: `nxs_<tenant>_<secret>`. */
export const SetUp = z.strictObject({
  token: z.string().min(20).max(200),
  name: line(60),
  account: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{0,39}$/),
  password: Password,
})
export type SetUp = z.infer<typeof SetUp>

/** A demo tenant's clock only ever moves forward; at most 400 days at a time. */
export const AdvanceClock = z.strictObject({
  ms: z
    .int()
    .min(1)
    .max(400 * 86_400_000),
})
export type AdvanceClock = z.infer<typeof AdvanceClock>

export const ClockReading = z.object({ now: Instant, offsetMs: z.int() })
export type ClockReading = z.infer<typeof ClockReading>

/** What the log-in page may know before anybody is logged in. Accounts are listed for a demo tenant only. */
export const Welcome = z.object({
  /** a link to a new password goes by mail, where an address is known */
  mail: z.boolean(),
  demo: z
    .object({
      tenant: z.string(),
      password: z.string(),
      accounts: z.array(z.object({ account: z.string(), name: z.string(), role: z.string() })),
      seeding: Seeding.optional(),
    })
    .optional(),
})
export type Welcome = z.infer<typeof Welcome>
