import { Done, IdParams } from '../../../wire/base.ts'
import { AnnounceFile, FileData, FilePartQuery } from '../../../wire/files.ts'
import { getContent } from '../files/content.ts'
import { announceFile, dropFile, getFile, sendPart } from '../files/upload.ts'
import { route } from '../route.ts'

/** What is attached to nothing is its uploader's own; from then on it is read by whoever may read what it is attached to. */
export const FILE_ROUTES = [
  route({ at: 'POST /files', permission: 'self', body: AnnounceFile, answer: FileData, status: 201, handle: announceFile }),
  route({
    at: 'PATCH /files/{id}',
    permission: 'self',
    params: IdParams,
    query: FilePartQuery,
    answer: FileData,
    keyless: true,
    bytes: 'in',
    handle: sendPart,
  }),
  route({ at: 'GET /files/{id}', permission: 'self', params: IdParams, answer: FileData, handle: getFile }),
  route({
    at: 'GET /files/{id}/content',
    permission: 'self',
    params: IdParams,
    answer: FileData,
    stream: true,
    bytes: 'out',
    handle: getContent,
  }),
  route({ at: 'DELETE /files/{id}', permission: 'self', params: IdParams, answer: Done, handle: dropFile }),
]
