import { z } from 'zod'
import { IdParams } from '../../../wire/base.ts'
import { Cutover, ImportResult } from '../../../wire/cutover.ts'
import { ImportFiles } from '../../../wire/sheets.ts'
import { getCutover, getTemplate, importCutover, tryCutover } from '../cutover/cutover.ts'
import { route } from '../route.ts'

export const CUTOVER_ROUTES = [
  route({ at: 'GET /contracts/{id}/cutover', permission: 'contract.manage', params: IdParams, answer: Cutover, handle: getCutover }),
  route({
    at: 'GET /contracts/{id}/cutover/template',
    permission: 'contract.manage',
    params: IdParams,
    answer: z.string(),
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    handle: getTemplate,
  }),
  route({
    at: 'POST /contracts/{id}/cutover/preview',
    permission: 'contract.manage',
    keyless: true,
    params: IdParams,
    body: ImportFiles,
    answer: ImportResult,
    handle: tryCutover,
  }),
  route({
    at: 'POST /contracts/{id}/cutover',
    permission: 'contract.manage',
    params: IdParams,
    body: ImportFiles,
    answer: ImportResult,
    handle: importCutover,
  }),
]
