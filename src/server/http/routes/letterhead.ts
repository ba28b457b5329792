import { z } from 'zod'
import { ChangeLetterhead, Letterhead, LetterheadPreview, LetterheadTrial } from '../../../wire/letterhead.ts'
import { changeLetterhead, getLetterhead, getSample, previewLetterhead } from '../letterhead/letterhead.ts'
import { route } from '../route.ts'

const permission = 'template.manage'

export const LETTERHEAD_ROUTES = [
  route({ at: 'GET /letterhead', permission, answer: Letterhead, handle: getLetterhead }),
  route({ at: 'PUT /letterhead', permission, body: ChangeLetterhead, answer: Letterhead, handle: changeLetterhead }),
  route({
    at: 'POST /letterhead/preview',
    permission,
    keyless: true,
    body: LetterheadTrial,
    answer: LetterheadPreview,
    handle: previewLetterhead,
  }),
  route({ at: 'GET /letterhead/sample', permission, answer: z.string(), media: 'application/pdf', handle: getSample }),
]
