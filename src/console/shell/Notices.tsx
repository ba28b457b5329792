import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { dismiss, useNotices } from './notice.ts'
import type { Notice } from './notice.ts'

function OneNotice({ notice }: { readonly notice: Notice }) {
  const { say } = useWords()
  const { undo } = notice
  const takeBack = (): void => {
    undo?.act()
    dismiss(notice.id)
  }
  return (
    <div className="notice">
      <Icon name={notice.tone === 'refused' ? 'no' : 'check'} size={14} />
      <div className="grow">
        <b>{notice.words}</b>
        {notice.details?.map((detail) => (
          <div key={detail} className="s13">
            {detail}
          </div>
        ))}
      </div>
      {undo && (
        <button type="button" className="notice-link" onClick={takeBack}>
          <Icon name="undo" size={14} /> {undo.words}
        </button>
      )}
      <button type="button" className="notice-link" aria-label={say('action.close-notice')} onClick={() => dismiss(notice.id)}>
        <Icon name="close" size={14} />
      </button>
    </div>
  )
}

export function Notices() {
  const notices = useNotices()
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>
  )
}
