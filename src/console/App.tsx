import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import { useMemo, useState } from 'react'
import type { Locale } from '../core/words.ts'
import { antdTheme } from '../ui/theme.ts'
import { WordsContext } from '../ui/words/say.ts'
import { onLoggedOut, setLanguage } from './api/call.ts'
import { CallFailed, problemOf } from './api/problem.ts'
import { sessionQuery } from './api/queries.ts'
import { initialLocale, useAppearance, useLoadedWords } from './appearance.ts'
import { LanguageContext } from './language.ts'
import { router } from './router.tsx'
import { Notices } from './shell/Notices.tsx'

/** What the server refused will be refused again; what it could not answer may be answered soon. */
function retry(failures: number, error: unknown): boolean {
  const lost = error instanceof CallFailed && (error.offline || error.problem.status >= 500)
  return lost && failures < 3
}

const client = new QueryClient({
  defaultOptions: {
    queries: { retry, staleTime: 15_000, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})

onLoggedOut(() => void client.invalidateQueries({ queryKey: sessionQuery.queryKey }))

function Frame() {
  const { data, error } = useQuery(sessionQuery)
  const session = problemOf(error)?.status === 401 ? undefined : data
  const [chosen, choose] = useState<Locale>()
  const locale = session?.locale ?? chosen ?? initialLocale()
  setLanguage(locale)
  const words = useLoadedWords(locale)
  const { scheme, compact, still } = useAppearance(session?.theme ?? 'system')
  const theme = useMemo(() => antdTheme({ scheme, compact, still }), [scheme, compact, still])
  if (!words) return null
  return (
    <WordsContext value={words}>
      <LanguageContext value={choose}>
        <ConfigProvider
          theme={theme}
          button={{ autoInsertSpace: false }}
          wave={{ disabled: true }}
          renderEmpty={() => <span className="ink3 s13">{words.say('select.nothing')}</span>}
        >
          <RouterProvider router={router} />
          <Notices />
        </ConfigProvider>
      </LanguageContext>
    </WordsContext>
  )
}

export function App() {
  return (
    <QueryClientProvider client={client}>
      <Frame />
    </QueryClientProvider>
  )
}
