/**
 * What may be attached. `extensions`: how such a file may be called. `shown`: what a browser may show in its own window; everything else is only
 * downloaded. `group`: what the sign beside its name looks like.
 */
export type FileKind = {
  readonly extensions: readonly string[]
  readonly group: 'image' | 'document' | 'sheet' | 'text' | 'video' | 'audio'
  readonly shown: boolean
}

const kind = (group: FileKind['group'], extensions: string, shown = false): FileKind => ({
  group,
  extensions: extensions.split(' '),
  shown,
})

const OOXML = 'application/vnd.openxmlformats-officedocument'

/** By the media type that the bytes say. Plain text has no sign of its own in its bytes: there the name decides between three. */
export const FILE_KINDS = {
  'application/pdf': kind('document', 'pdf', true),
  'image/jpeg': kind('image', 'jpg jpeg jfif', true),
  'image/png': kind('image', 'png', true),
  'image/webp': kind('image', 'webp', true),
  'image/heic': kind('image', 'heic heif'),
  [`${OOXML}.wordprocessingml.document`]: kind('document', 'docx'),
  [`${OOXML}.spreadsheetml.sheet`]: kind('sheet', 'xlsx'),
  'text/plain': kind('text', 'txt text log', true),
  'text/csv': kind('sheet', 'csv', true),
  'text/markdown': kind('text', 'md markdown', true),
  'video/mp4': kind('video', 'mp4 m4v'),
  'audio/mpeg': kind('audio', 'mp3'),
  'audio/mp4': kind('audio', 'm4a'),
  'audio/wav': kind('audio', 'wav'),
} as const satisfies Readonly<Record<string, FileKind>>

export type MediaType = keyof typeof FILE_KINDS

export const MEDIA_TYPES = Object.keys(FILE_KINDS) as readonly MediaType[]

/** A media type may say how its text is written: `text/csv;charset=gb18030`. */
export function kindOf(mediaType: string): FileKind | undefined {
  const [type = ''] = mediaType.split(';')
  return Object.hasOwn(FILE_KINDS, type) ? FILE_KINDS[type as MediaType] : undefined
}

/** `jpg` of `现场.JPG`; empty where the name has none. */
export function extensionOf(name: string): string {
  return /[^.]\.([^.]{1,12})$/u.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** The one media type whose files are called so; undefined: nothing that may be attached is. */
export function typeByName(name: string): MediaType | undefined {
  const extension = extensionOf(name)
  return MEDIA_TYPES.find((type) => (FILE_KINDS[type].extensions as readonly string[]).includes(extension))
}
