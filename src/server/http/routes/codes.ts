import { Done, IdParams } from '../../../wire/base.ts'
import * as wire from '../../../wire/codes.ts'
import { ClockPreview } from '../../../wire/tickets.ts'
import { previewByCode, reportByCode, getScanned } from '../codes/scanned.ts'
import { getCodes, makeCodes, revokeDeviceCode } from '../codes/sheet.ts'
import type { Http } from '../http.ts'
import { route } from '../route.ts'

/** Requests a minute and client address: a hall of people behind one address scan at once, a program tries codes by the thousand. */
const scansPerMinute = ({ options }: Pick<Http, 'options'>) => options.logInsPerMinute * 6
const reportsPerMinute = ({ options }: Pick<Http, 'options'>) => Math.ceil(options.logInsPerMinute / 2)

/** 设备二维码: its sheet for the vendor, and what it opens for whoever scans it. */
export const CODE_ROUTES = [
  route({ at: 'GET /customers/{id}/codes', permission: 'asset.manage', params: IdParams, answer: wire.DeviceCodes, handle: getCodes }),
  route({ at: 'POST /customers/{id}/codes', permission: 'asset.manage', params: IdParams, answer: wire.DeviceCodes, handle: makeCodes }),
  route({ at: 'POST /assets/{id}/code/revoke', permission: 'asset.manage', params: IdParams, answer: Done, handle: revokeDeviceCode }),
  route({
    at: 'GET /codes/{code}',
    permission: 'public',
    params: wire.CodeParams,
    query: wire.ScannedQuery,
    answer: wire.Scanned,
    perMinute: scansPerMinute,
    handle: getScanned,
  }),
  route({
    at: 'POST /codes/{code}/preview',
    permission: 'public',
    params: wire.CodeParams,
    body: wire.PreviewByCode,
    answer: ClockPreview,
    keyless: true,
    perMinute: scansPerMinute,
    handle: previewByCode,
  }),
  route({
    at: 'POST /codes/{code}/report',
    permission: 'public',
    params: wire.CodeParams,
    body: wire.ReportByCode,
    answer: wire.ReportedByCode,
    status: 201,
    perMinute: reportsPerMinute,
    handle: reportByCode,
  }),
]
