import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import type { MenuProps } from 'antd'
import { LOCALES } from '../../core/words.ts'
import type { ChangePreferences, Session, Theme } from '../../wire/session.ts'
import { useWords } from '../../ui/words/say.ts'
import { call } from '../api/call.ts'
import { forgetAll, sessionQuery } from '../api/queries.ts'
import { useSession } from '../session.ts'
import { failureWords } from './Failure.tsx'
import { notify } from './notice.ts'

export const THEMES: readonly Theme[] = ['system', 'light', 'dark', 'compact', 'dark-compact']
/** Each language under its own name, so that it is found by whoever cannot read the others. */
export const LOCALE_NAMES = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' } as const

/** Keeps a choice with the person; it shows at once. */
export function usePreferences(): (change: ChangePreferences) => void {
  const { say } = useWords()
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (change: ChangePreferences) => call<Session>('PATCH', '/session', { body: change }),
    onMutate: async (change) => {
      // A reading under way would bring the old choice back.
      await client.cancelQueries({ queryKey: sessionQuery.queryKey })
      const before = client.getQueryData(sessionQuery.queryKey)
      if (before) client.setQueryData(sessionQuery.queryKey, { ...before, ...change })
      return before
    },
    onSuccess: (session, change) => {
      client.setQueryData(sessionQuery.queryKey, session)
      // Sentences of the server come in the reader's language.
      if (change.locale) void client.invalidateQueries()
    },
    onError: (error, _, before) => {
      if (before) client.setQueryData(sessionQuery.queryKey, before)
      notify({ words: failureWords(error, say), tone: 'refused' })
    },
  })
  return mutate
}

function useLogOut(): () => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { say } = useWords()
  const { mutate } = useMutation({
    mutationFn: () => call('DELETE', '/session'),
    onSuccess: async () => {
      await navigate({ to: '/login', search: {} })
      forgetAll(client)
      await client.resetQueries({ queryKey: sessionQuery.queryKey })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
  return () => mutate()
}

export function UserMenu({ shortcuts }: { readonly shortcuts: () => void }) {
  const { say, locale } = useWords()
  const { me, theme } = useSession()
  const navigate = useNavigate()
  const prefer = usePreferences()
  const logOut = useLogOut()
  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label: `${me.name} · ${me.roles.map((role) => role.name).join(say('list.and'))}` },
    {
      key: 'language',
      label: say('menu.language'),
      children: LOCALES.map((one) => ({
        key: one,
        label: LOCALE_NAMES[one],
        disabled: one === locale,
        onClick: () => prefer({ locale: one }),
      })),
    },
    {
      key: 'theme',
      label: say('menu.theme'),
      children: THEMES.map((one) => ({
        key: one,
        label: say(`theme.${one}`),
        disabled: one === theme,
        onClick: () => prefer({ theme: one }),
      })),
    },
    { key: 'shortcuts', label: say('shortcuts.title'), onClick: shortcuts },
    { key: 'me', label: say('menu.me'), onClick: () => void navigate({ to: '/me' }) },
    { type: 'divider' },
    { key: 'out', label: say('menu.log-out'), onClick: logOut },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight" destroyOnHidden>
      <button type="button" className="plain" aria-label={say('menu.mine', { name: me.name })}>
        <span className="avatar">{me.name.slice(0, 1)}</span>
      </button>
    </Dropdown>
  )
}
