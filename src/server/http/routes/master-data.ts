import { z } from 'zod'
import { MasterDataResult, MasterDataSheets } from '../../../wire/master-data.ts'
import { ImportFiles } from '../../../wire/sheets.ts'
import { getMasterDataTemplate, importMasterData, listMasterDataSheets, tryMasterData } from '../master-data/master-data.ts'
import { route } from '../route.ts'

export const MASTER_DATA_ROUTES = [
  route({ at: 'GET /master-data', permission: 'customer.manage', answer: MasterDataSheets, handle: listMasterDataSheets }),
  route({
    at: 'GET /master-data/template',
    permission: 'customer.manage',
    answer: z.string(),
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    handle: getMasterDataTemplate,
  }),
  route({
    at: 'POST /master-data/preview',
    permission: 'customer.manage',
    keyless: true,
    body: ImportFiles,
    answer: MasterDataResult,
    handle: tryMasterData,
  }),
  route({
    at: 'POST /master-data',
    permission: 'customer.manage',
    body: ImportFiles,
    answer: MasterDataResult,
    handle: importMasterData,
  }),
]
