import type { AttachedFile } from '../../../wire/files.ts'
import type { FileOfFact } from '../../store/files.ts'

export function presentAttached({ id, name, size, media_type }: FileOfFact): AttachedFile {
  return { id, name, size, mediaType: media_type }
}
