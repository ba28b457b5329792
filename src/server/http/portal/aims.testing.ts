import type { Aim, Other } from '../isolation-aims.testing.ts'
import { markOf } from '../http.testing.ts'

const asked =
  (...paths: readonly string[]) =>
  (other: Other): Aim[] =>
    paths.map((path) => ({
      path: path.replaceAll('{customer}', other.customer).replaceAll('{mark}', encodeURIComponent(markOf(other.tenant, other.customer))),
    }))

/** How each route of the portal would be asked for what lies on the other side. */
export const PORTAL_AIMS = {
  'GET /portal/devices': asked('/portal/devices', '/portal/devices?limit=20', '/portal/devices?q={mark}'),
  'GET /portal/devices/{id}': asked('/portal/devices/{customer}-asset'),
  'GET /portal/report-form': asked(
    '/portal/report-form',
    '/portal/report-form?asset={customer}-asset',
    '/portal/report-form?site={customer}-site',
  ),
  'GET /customers/{id}/codes': asked('/customers/{customer}/codes'),
  'POST /customers/{id}/codes': (other: Other): Aim[] => [{ path: `/customers/${other.customer}/codes` }],
  'POST /assets/{id}/code/revoke': (other: Other): Aim[] => [{ path: `/assets/${other.customer}-asset/code/revoke` }],
  'GET /codes/{code}': (other: Other): Aim[] => [{ path: `/codes/${other.tenant}.${'A'.repeat(22)}` }],
  'POST /codes/{code}/preview': (other: Other): Aim[] => [
    { path: `/codes/${other.tenant}.${'A'.repeat(22)}/preview`, body: { title: '看看' } },
  ],
  'POST /codes/{code}/report': (other: Other): Aim[] => [
    { path: `/codes/${other.tenant}.${'A'.repeat(22)}/report`, body: { title: '看看', contact: { name: '我', phone: '13900000000' } } },
  ],
  'GET /portal/visits': asked('/portal/visits'),
  'POST /portal/visits/{id}/agree': (other: Other): Aim[] => [
    { path: `/portal/visits/${other.service}/agree`, body: { version: 1, startsAt: 1_800_000_000_000 } },
  ],
  'GET /portal/lines': asked('/portal/lines'),
  'POST /portal/tickets/{id}/rate': (other: Other): Aim[] => [
    { path: `/portal/tickets/${other.ticket}/rate`, body: { satisfied: true, score: 5, note: '看看' } },
  ],
  'POST /portal/tickets/{id}/complain': (other: Other): Aim[] => [
    { path: `/portal/tickets/${other.ticket}/complain`, body: { kind: 'delay', text: '看看', files: [other.file] } },
  ],
}
