import type { RouteKey } from '../words/routes/say.ts'
import type { Aim, Other } from './isolation-aims.testing.ts'

/** How the routes of the desk, the roster, the complaints and the routing would be asked for what lies on the other side. */
export const DESK_AIMS = {
  'GET /contracts/{id}/roster': (other) => [{ path: `/contracts/${other.customer}-contract/roster` }],
  'GET /desk': () => [{ path: '/desk' }],
  'GET /desk/today': () => [{ path: '/desk/today' }],
  'POST /desk/seen': () => [{ path: '/desk/seen', body: { read: false } }],
  'GET /routing': () => [{ path: '/routing' }],
  'PUT /routing': (other) => [
    {
      path: '/routing',
      body: { version: 0, rules: [{ name: '我的', when: { contracts: [`${other.customer}-contract`] }, high: true }], otherwise: null },
    },
  ],
  'POST /routing/preview': (other) => [
    {
      path: '/routing/preview',
      body: { type: 'fault', customer: other.customer, asset: `${other.customer}-asset`, contract: `${other.customer}-contract` },
    },
  ],
  'GET /escalations': () => [{ path: '/escalations' }],
  'GET /escalation-setting': () => [{ path: '/escalation-setting' }],
  'PUT /escalation-setting': () => [{ path: '/escalation-setting', body: { version: 0, waitMinutes: 5, further: ['service-manager'] } }],
  'GET /complaints': () => [{ path: '/complaints' }, { path: '/complaints?state=all&limit=200' }],
  'GET /roster': () => [{ path: '/roster' }, { path: '/roster?day=2026-09-23' }],
  'GET /duty': ({ customer }) => [{ path: '/duty' }, { path: `/duty?contract=${customer}-contract` }],
  'POST /roster/shifts': (other) => [
    {
      path: '/roster/shifts',
      body: { contract: `${other.customer}-contract`, person: other.person, firstDay: '2026-09-24', from: '08:00', until: '18:00' },
    },
  ],
  'POST /roster/shifts/{id}/hand-over': (other) => [
    { path: `/roster/shifts/${other.service}/hand-over`, body: { person: other.person, reason: '替班' } },
  ],
  'POST /absences': (other) => [{ path: '/absences', body: { person: other.person, start: 1, end: 2, reason: 'leave' } }],
  'POST /absences/{id}/withdraw': (other) => [{ path: `/absences/${other.service}/withdraw` }],
} as const satisfies Readonly<Partial<Record<RouteKey, (other: Other) => Aim[]>>>
