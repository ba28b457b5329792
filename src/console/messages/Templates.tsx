import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented, Select } from 'antd'
import { MESSAGE_KINDS } from '../../core/message/kinds.ts'
import { LOCALES } from '../../core/words.ts'
import { useWords } from '../../ui/words/say.ts'
import { mailQuery, templatesQuery } from '../api/queries.ts'
import { useMay } from '../session.ts'
import { SettingsHead } from '../settings/SettingsHead.tsx'
import { Failure } from '../shell/Failure.tsx'
import { LOCALE_NAMES } from '../shell/UserMenu.tsx'
import { MailOff } from './Messages.tsx'
import { TemplateEditor } from './TemplateEditor.tsx'
import '../settings/settings.css'
import './messages.css'

/** 消息模板: the text of each kind of message, language by language. */
export function Templates() {
  const { say } = useWords()
  const { kind = 'escalation', locale = 'zh-CN' } = useSearch({ from: '/room/settings/templates' })
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(templatesQuery)
  const mail = useQuery({ ...mailQuery, enabled: useMay('message.read') }).data
  const template = data?.items.find((one) => one.kind === kind && one.locale === locale)
  const go = (search: { kind: typeof kind; locale: typeof locale }): void =>
    void navigate({ to: '/settings/templates', search, replace: true })
  return (
    <main className="sheet">
      <SettingsHead />
      {mail && !mail.on && <MailOff missing={mail.missing} />}
      <div className="row message-filters">
        <Select
          id="template-kind"
          className="template-kind"
          value={kind}
          aria-label={say('template.kind')}
          options={MESSAGE_KINDS.map((one) => {
            const own = data?.items.some((item) => item.kind === one && item.version > 0)
            return { value: one, label: say(`message.kind.${one}`) + (own ? say('template.own-mark') : '') }
          })}
          onChange={(chosen) => go({ kind: chosen, locale })}
        />
        <Segmented
          value={locale}
          options={LOCALES.map((one) => ({ value: one, label: LOCALE_NAMES[one] }))}
          onChange={(chosen) => go({ kind, locale: chosen })}
        />
      </div>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {template && <TemplateEditor key={`${kind} ${locale} ${template.version}`} template={template} />}
    </main>
  )
}
