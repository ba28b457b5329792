import { useEffect, useState } from 'preact/hooks'
import { setLanguage } from '../ui/api/call.ts'
import { problemOf } from '../ui/api/problem.ts'
import { guessLocale } from '../ui/guess-locale.ts'
import { setTenantNow } from '../ui/tenant-clock.ts'
import type { Session } from '../wire/session.ts'
import { useAppearance } from './appearance.ts'
import { Door } from './login/Door.tsx'
import { Pages } from './Pages.tsx'
import { useLoad } from './load.ts'
import { CodePage } from './report/CodePage.tsx'
import { followLinks, go, usePlace } from './router.ts'
import { SessionContext } from './session.ts'
import { Failure } from './shell/Failure.tsx'
import { WordsContext, loadWords } from './words/say.ts'
import type { Locale, WordsInUse } from './words/say.ts'

/** What stands behind a device's code: open to whoever holds it. */
const SCANNED = /^\/q\/([a-z0-9-]{1,40}\.[A-Za-z0-9_-]{22})$/

const LOCALE_KEY = 'nuoxing.locale'

/** The words of a language once they are here; until then those before, so that nothing blinks. */
function useLoadedWords(locale: Locale): WordsInUse | undefined {
  const [words, setWords] = useState<WordsInUse>()
  useEffect(() => {
    let wanted = true
    void loadWords(locale).then((loaded) => {
      if (!wanted) return
      document.documentElement.lang = locale
      document.title = loaded.say('portal.title')
      localStorage.setItem(LOCALE_KEY, locale)
      setWords(loaded)
    })
    return () => {
      wanted = false
    }
  }, [locale])
  return words
}

/** Behind the door: whoever is not logged in is led to it and back to the same page; the vendor's people have the console. */
function Inside({
  session,
  error,
  reload,
}: {
  readonly session: Session | undefined
  readonly error: unknown
  readonly reload: () => Promise<void>
}) {
  const loggedOut = problemOf(error)?.status === 401
  const atDoor = usePlace().path === '/login'
  const elsewhere = session !== undefined && session.me.customer === undefined
  useEffect(() => {
    if (loggedOut && !atDoor) go(`/portal/login?to=${encodeURIComponent(location.pathname + location.search)}`, { replace: true })
  }, [loggedOut, atDoor])
  useEffect(() => {
    if (elsewhere && !loggedOut) location.replace('/')
  }, [elsewhere, loggedOut])
  if (loggedOut || atDoor) return <Door signedIn={loggedOut ? undefined : session} reload={reload} />
  if (elsewhere) return null
  if (!session) return error === undefined ? null : <Failure error={error} retry={() => void reload()} />
  return (
    <SessionContext.Provider value={{ session, reload }}>
      <Pages />
    </SessionContext.Provider>
  )
}

export function App() {
  const { data: session, error, reload } = useLoad<Session>('/session')
  useEffect(() => {
    if (session) setTenantNow(session.clock.now)
  }, [session])
  const [chosen] = useState<Locale>(() => guessLocale(localStorage.getItem(LOCALE_KEY), navigator.languages))
  const locale = session?.locale ?? chosen
  setLanguage(locale)
  useAppearance(session?.theme ?? 'system')
  useEffect(followLinks, [])
  const words = useLoadedWords(locale)
  const [, scanned] = SCANNED.exec(usePlace().path) ?? []
  if (!words) return null
  return (
    <WordsContext.Provider value={words}>
      {scanned ? <CodePage key={scanned} code={scanned} /> : <Inside session={session} error={error} reload={reload} />}
    </WordsContext.Provider>
  )
}
