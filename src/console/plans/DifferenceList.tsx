import { useWords } from '../../ui/words/say.ts'

/** What two plans promise otherwise, in words; that they promise the same is said too. */
export function DifferenceList({ words }: { readonly words: readonly string[] }) {
  const { say } = useWords()
  if (words.length === 0) return <p className="s13 ink2">{say('plan.compare-same')}</p>
  return (
    <ol className="differences">
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ol>
  )
}
