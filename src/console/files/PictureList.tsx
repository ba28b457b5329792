import { kindOf } from '../../core/file/kind.ts'
import type { AttachedFile } from '../../wire/files.ts'
import { useWords } from '../../ui/words/say.ts'
import { FileSign } from './FileSign.tsx'
import './files.css'

type Labelled = AttachedFile & { readonly label: string }

/** Photos and signatures as pictures, each to be opened in full; what no browser shows stands there by its name. */
export function PictureList({ pictures }: { readonly pictures: readonly Labelled[] }) {
  const { say } = useWords()
  if (pictures.length === 0) return null
  return (
    <span className="pictures">
      {pictures.map(({ id, name, label, mediaType }) => {
        const content = `/api/files/${id}/content`
        const shown = kindOf(mediaType)?.shown ?? false
        return (
          <a
            key={id}
            href={content}
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
    </span>
  )
}
