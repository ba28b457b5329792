import { kindOf } from '../../core/file/kind.ts'
import type { AttachedFile } from '../../wire/files.ts'
import { useWords } from '../../ui/words/say.ts'
import { FileSign } from './FileSign.tsx'
import { contentOf, usePreview } from './Preview.tsx'
import './files.css'

type Labelled = AttachedFile & { readonly label: string }

/** Photos and signatures as pictures, each to be opened in full; what no browser shows stands there by its name. */
export function PictureList({ pictures }: { readonly pictures: readonly Labelled[] }) {
  const { say } = useWords()
  const { look, preview } = usePreview(pictures)
  if (pictures.length === 0) return null
  return (
    <span className="pictures">
      {pictures.map((picture) => {
        const { id, name, label, mediaType } = picture
        const content = contentOf(id)
        const shown = kindOf(mediaType)?.shown ?? false
        return (
          <a
            key={id}
            href={content}
            onClick={look(picture)}
            {...(shown ? { target: '_blank', rel: 'noopener' } : { download: name })}
            title={say(shown ? 'files.open' : 'files.download', { name })}
          >
            {shown ? (
              <img src={content} alt={`${label}：${name}`} loading="lazy" decoding="async" />
            ) : (
              <FileSign name={name} thumbnail={undefined} />
            )}
          </a>
        )
      })}
      {preview}
    </span>
  )
}
