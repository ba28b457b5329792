import { extensionOf } from '../../core/file/kind.ts'

/** The picture itself in small, or a sheet with the file's ending on it. */
export function FileSign({ name, thumbnail }: { readonly name: string; readonly thumbnail: string | undefined }) {
  return (
    <span className="file-sign" aria-hidden>
      {thumbnail === undefined ? extensionOf(name).toUpperCase() : <img src={thumbnail} alt="" loading="lazy" decoding="async" />}
    </span>
  )
}
