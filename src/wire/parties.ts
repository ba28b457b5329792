import { z } from 'zod'
import { Cursor, Email, Id, Named, limit, line, pageOf, prose } from './base.ts'

/** `q` finds Chinese text, pinyin initials and numbers: `jp` finds 锦屏. */
export const NameQuery = z.strictObject({ q: z.string().trim().max(80).optional(), cursor: Cursor.optional(), limit: limit(50) })
export type NameQuery = z.infer<typeof NameQuery>

/** What a change was made on; another version there answers 409 with field against field. */
const version = z.int().min(1)

export const CUSTOMER_CLASSES = ['key', 'standard'] as const
/** 客户类别: by which reports can be routed and ranked. */
export const CustomerClass = z.enum(CUSTOMER_CLASSES)

export const Customer = z.object({
  id: Id,
  name: z.string(),
  contactName: z.string().optional(),
  contactPhone: z.string().optional(),
  note: z.string().optional(),
  class: CustomerClass.optional(),
  version: z.int(),
  sites: z.int(),
  assets: z.int(),
  contracts: z.int(),
  openTickets: z.int(),
})
export type Customer = z.infer<typeof Customer>
export const CustomerPage = pageOf(Customer)
export type CustomerPage = z.infer<typeof CustomerPage>
export const AddCustomer = z.strictObject({
  name: line(120),
  contactName: line(60).optional(),
  contactPhone: line(40).optional(),
  note: prose(1000).optional(),
  class: CustomerClass.optional(),
})
export type AddCustomer = z.infer<typeof AddCustomer>
export const ChangeCustomer = z.strictObject({
  version,
  name: line(120).optional(),
  contactName: line(60).nullable().optional(),
  contactPhone: line(40).nullable().optional(),
  note: prose(1000).nullable().optional(),
  class: CustomerClass.nullable().optional(),
})
export type ChangeCustomer = z.infer<typeof ChangeCustomer>

export const Site = z.object({
  id: Id,
  customer: Named,
  name: z.string(),
  address: z.string().optional(),
  zone: z.string().optional(),
  timezone: z.string(),
  version: z.int(),
})
export type Site = z.infer<typeof Site>
export const SitePage = pageOf(Site)
export type SitePage = z.infer<typeof SitePage>
export const SiteQuery = NameQuery.extend({ customer: Id.optional() })
export type SiteQuery = z.infer<typeof SiteQuery>
/** A zone as the firm's plans name it; a site lies in one of them. */
export const Zone = z.object({ id: z.string(), names: z.array(z.string()), plans: z.array(z.string()) })
export type Zone = z.infer<typeof Zone>
export const ZoneList = z.object({ items: z.array(Zone) })
export type ZoneList = z.infer<typeof ZoneList>
const timezone = z
  .string()
  .max(60)
  .regex(/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/)
export const AddSite = z.strictObject({
  customer: Id,
  name: line(120),
  address: line(200).optional(),
  zone: z.string().max(40).optional(),
  timezone: timezone.optional(),
})
export type AddSite = z.infer<typeof AddSite>
export const ChangeSite = z.strictObject({
  version,
  name: line(120).optional(),
  address: line(200).nullable().optional(),
  zone: z.string().max(40).nullable().optional(),
  timezone: timezone.optional(),
})
export type ChangeSite = z.infer<typeof ChangeSite>

export const Asset = z.object({
  id: Id,
  customer: Named,
  site: Named,
  name: z.string(),
  model: z.string().optional(),
  serial: z.string().optional(),
  class: z.string().optional(),
  acceptedOn: z.string().optional(),
  version: z.int(),
  openTickets: z.int(),
})
export type Asset = z.infer<typeof Asset>
export const AssetPage = pageOf(Asset)
export type AssetPage = z.infer<typeof AssetPage>
export const AssetQuery = NameQuery.extend({ customer: Id.optional(), site: Id.optional() })
export type AssetQuery = z.infer<typeof AssetQuery>
const day = z.iso.date()
export const AddAsset = z.strictObject({
  customer: Id,
  site: Id,
  name: line(120),
  model: line(80).optional(),
  serial: line(80).optional(),
  class: line(20).optional(),
  acceptedOn: day.optional(),
})
export type AddAsset = z.infer<typeof AddAsset>
export const ChangeAsset = z.strictObject({
  version,
  site: Id.optional(),
  name: line(120).optional(),
  model: line(80).nullable().optional(),
  serial: line(80).nullable().optional(),
  class: line(20).nullable().optional(),
  acceptedOn: day.nullable().optional(),
})
export type ChangeAsset = z.infer<typeof ChangeAsset>

export const PersonRole = z.object({ id: z.string(), name: z.string() })
export const Person = z.object({
  id: Id,
  name: z.string(),
  account: z.string(),
  phone: z.string().optional(),
  email: z.string().optional(),
  team: Named.optional(),
  customer: Named.optional(),
  /** the firm that the person works for, where that is not ours */
  subcontractor: z.string().optional(),
  roles: z.array(PersonRole),
  /** closed the moment the person left: no session, no token, no log-in */
  left: z.boolean(),
  locked: z.boolean(),
  version: z.int(),
})
export type Person = z.infer<typeof Person>
export const PersonPage = pageOf(Person)
export type PersonPage = z.infer<typeof PersonPage>
export const PersonQuery = NameQuery.extend({
  team: Id.optional(),
  role: z.string().max(60).optional(),
  customer: Id.optional(),
  left: z.enum(['yes', 'no', 'all']).default('no'),
})
export type PersonQuery = z.infer<typeof PersonQuery>
const account = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{0,39}$/)
const roles = z.array(z.string().max(60)).max(11)
export const AddPerson = z.strictObject({
  name: line(60),
  account,
  phone: line(40).optional(),
  email: Email.optional(),
  team: Id.optional(),
  customer: Id.optional(),
  subcontractor: line(60).optional(),
  roles: roles.default([]),
})
export type AddPerson = z.infer<typeof AddPerson>
export const ChangePerson = z.strictObject({
  version,
  name: line(60).optional(),
  phone: line(40).nullable().optional(),
  email: Email.nullable().optional(),
  team: Id.nullable().optional(),
  subcontractor: line(60).nullable().optional(),
})
export type ChangePerson = z.infer<typeof ChangePerson>
export const ChangeRoles = z.strictObject({ version, roles })
export type ChangeRoles = z.infer<typeof ChangeRoles>
export const Leave = z.strictObject({ version })
export type Leave = z.infer<typeof Leave>
/**
 * A one-time link by which a person sets a password: shown once to the administrator, who hands it over; or sent to the person's own address, where mail is on, and
 * shown to nobody else.
 */
export const Invitation = z.object({
  token: z.string().optional(),
  path: z.string().optional(),
  expiresAt: z.int().optional(),
  mailedTo: z.string().optional(),
})
/** `byHand`: the link is shown although it could be mailed. */
export const Invite = z.strictObject({ byHand: z.boolean().default(false) })
export type Invite = z.infer<typeof Invite>
export type Invitation = z.infer<typeof Invitation>
export const AddedPerson = Person.extend({ invitation: Invitation.optional() })
export type AddedPerson = z.infer<typeof AddedPerson>

export const Role = z.object({
  id: z.string(),
  name: z.string(),
  grants: z.array(z.object({ action: z.string(), scope: z.string() })),
  /** it came with the product: its name follows the language, and it is never retired */
  shipped: z.boolean(),
  party: z.enum(['vendor', 'customer']),
  /** how many people have it */
  people: z.int(),
  retired: z.boolean(),
  version: z.int(),
})
export type Role = z.infer<typeof Role>
const grants = z.array(z.strictObject({ action: z.string().max(60), scope: z.enum(['own', 'team', 'branch', 'all']) })).max(200)
/** `retired: yes`: those that are offered to nobody any more as well. */
export const RetiredQuery = z.strictObject({ retired: z.enum(['yes', 'no']).default('no') })
export type RetiredQuery = z.infer<typeof RetiredQuery>
/** A role of the firm's own. */
export const AddRole = z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), name: line(40), grants })
export type AddRole = z.infer<typeof AddRole>
export const ChangeRole = z.strictObject({ version, name: line(40).optional(), grants: grants.optional(), retired: z.boolean().optional() })
export type ChangeRole = z.infer<typeof ChangeRole>
export const RoleParams = z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/) })
export const RolePage = pageOf(Role)
export type RolePage = z.infer<typeof RolePage>
export const Team = z.object({ id: Id, name: z.string(), parent: Id.optional(), people: z.int(), retired: z.boolean(), version: z.int() })
export type Team = z.infer<typeof Team>
/** `id`: the name by which plans speak of it (`ticket.transferred where team == "system-engineers"`); without one it gets a name that nobody needs to know. */
export const AddTeam = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional(),
  name: line(40),
  parent: Id.optional(),
})
export type AddTeam = z.infer<typeof AddTeam>
export const ChangeTeam = z.strictObject({
  version,
  name: line(40).optional(),
  parent: Id.nullable().optional(),
  retired: z.boolean().optional(),
})
export type ChangeTeam = z.infer<typeof ChangeTeam>
export const TeamPage = pageOf(Team)
export type TeamPage = z.infer<typeof TeamPage>
