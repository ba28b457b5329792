import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { kindOf } from '../../core/file/kind.ts'
import type { AttachedFile } from '../../wire/files.ts'
import { Icon } from '../../ui/Icon.tsx'
import { sizeWords } from '../../ui/files/size.ts'
import { useWords } from '../../ui/words/say.ts'
import './files.css'

export const contentOf = (id: string): string => `/api/files/${id}/content`

/** Pictures that a browser shows, sound and film are looked at on the page; everything else in a window of its own. */
function canPreview({ mediaType }: AttachedFile): boolean {
  const kind = kindOf(mediaType)
  return kind?.group === 'video' || kind?.group === 'audio' || (kind?.group === 'image' && kind.shown)
}

function Shown({ file: { id, name, mediaType } }: { readonly file: AttachedFile }) {
  switch (kindOf(mediaType)?.group) {
    case 'video':
      return <video src={contentOf(id)} controls aria-label={name} />
    case 'audio':
      return <audio src={contentOf(id)} controls aria-label={name} />
    default:
      return <img src={contentOf(id)} alt={name} />
  }
}

type PreviewProps = {
  readonly files: readonly AttachedFile[]
  readonly file: AttachedFile
  readonly show: (id: string) => void
  readonly close: () => void
}

/** 预览: one file of a record, the neighbours by arrow keys or buttons, the original by its links. */
function Preview({ files, file, show, close }: PreviewProps) {
  const { say } = useWords()
  const place = files.indexOf(file)
  const [before, after] = [files[place - 1], files[place + 1]]
  useEffect(() => {
    const turn = ({ key, target }: KeyboardEvent): void => {
      // In a player the arrows move its time.
      if (target instanceof HTMLMediaElement) return
      const wanted = key === 'ArrowLeft' ? before : key === 'ArrowRight' ? after : undefined
      if (wanted) show(wanted.id)
    }
    window.addEventListener('keydown', turn)
    return () => window.removeEventListener('keydown', turn)
  }, [before, after, show])
  return (
    <Modal open width="min(1080px, 96vw)" title={file.name} onCancel={close} footer={null} centered>
      <div className="preview-file" key={file.id}>
        <Shown file={file} />
      </div>
      <div className="row preview-foot">
        {files.length > 1 && (
          <>
            <Button
              icon={<Icon name="left" size={14} />}
              aria-label={say('files.before')}
              disabled={!before}
              onClick={() => before && show(before.id)}
            />
            <Button
              icon={<Icon name="right" size={14} />}
              aria-label={say('files.after')}
              disabled={!after}
              onClick={() => after && show(after.id)}
            />
            <span className="s13 ink2">{`${place + 1} / ${files.length}`}</span>
          </>
        )}
        <span className="grow s13 ink3">{sizeWords(file.size)}</span>
        <a href={contentOf(file.id)} download={file.name}>
          {say('files.download-it')}
        </a>
      </div>
    </Modal>
  )
}

type Previewing = {
  /** what a press on a file's link does: a plain one looks at it here, any other goes where the link leads */
  readonly look: (file: AttachedFile) => ((event: MouseEvent) => void) | undefined
  readonly preview: ReactNode
}

/** Files of one record that are looked at on the page. */
export function usePreview(files: readonly AttachedFile[]): Previewing {
  const [shown, show] = useState<string>()
  const all = files.filter(canPreview)
  const file = all.find(({ id }) => id === shown)
  return {
    look: (one) =>
      canPreview(one)
        ? (event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            show(one.id)
          }
        : undefined,
    preview: file && <Preview files={all} file={file} show={show} close={() => show(undefined)} />,
  }
}
