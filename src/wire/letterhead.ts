import { z } from 'zod'
import { Id, Instant, Named, line } from './base.ts'
import { AttachedFile } from './files.ts'

const words = { firm: line(80), address: line(120).optional(), phone: line(40).optional(), footer: line(120).optional() }

/** 信头 as it stands. `version` 0: nobody has set one yet. */
export const Letterhead = z.object({
  version: z.int(),
  ...words,
  firm: z.string(),
  logo: AttachedFile.optional(),
  /** 印章 */
  seal: AttachedFile.optional(),
  by: Named.optional(),
  at: Instant.optional(),
})
export type Letterhead = z.infer<typeof Letterhead>

/** The whole of it: what is not named is no longer there. Pictures by their files. */
export const LetterheadTrial = z.strictObject({ ...words, logo: Id.optional(), seal: Id.optional() })
export type LetterheadTrial = z.infer<typeof LetterheadTrial>
export const ChangeLetterhead = LetterheadTrial.extend({ version: z.int().min(0) })
export type ChangeLetterhead = z.infer<typeof ChangeLetterhead>

/** The sample's first page as a picture (SVG). */
export const LetterheadPreview = z.object({ picture: z.string() })
export type LetterheadPreview = z.infer<typeof LetterheadPreview>
