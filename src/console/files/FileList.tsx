import { kindOf } from '../../core/file/kind.ts'
import type { AttachedFile } from '../../wire/files.ts'
import { useWords } from '../../ui/words/say.ts'
import { FileSign } from './FileSign.tsx'
import { contentOf, usePreview } from './Preview.tsx'
import { sizeWords } from '../../ui/files/size.ts'
import './files.css'

/** Files that belong to a record: pictures, sound and film are looked at here, PDF and text open beside the page, the rest is downloaded. */
export function FileList({ files = [] }: { readonly files: readonly AttachedFile[] | undefined }) {
  const { say } = useWords()
  const { look, preview } = usePreview(files)
  if (files.length === 0) return null
  return (
    <ul className="file-list" aria-label={say('files.title')}>
      {files.map((file) => {
        const { id, name, size, mediaType } = file
        const kind = kindOf(mediaType)
        const shown = kind?.shown ?? false
        const picture = kind?.group === 'image' && shown
        const way = shown ? { target: '_blank', rel: 'noopener' } : { download: name }
        return (
          <li key={id}>
            <a
              className="file"
              href={contentOf(id)}
              {...way}
              onClick={look(file)}
              title={say(shown ? 'files.open' : 'files.download', { name })}
            >
              <FileSign name={name} thumbnail={picture ? contentOf(id) : undefined} />
              <span className="file-name">{name}</span>
              <span className="s12 ink3 file-size">{sizeWords(size)}</span>
            </a>
          </li>
        )
      })}
      {preview}
    </ul>
  )
}
