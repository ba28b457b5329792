import type { Cover } from '../../wire/contracts.ts'
import { useWords } from '../../ui/words/say.ts'

type Given = Pick<Cover, 'gives' | 'excludes'>

/** 免费维修、免费更换零件；不含人为损坏. `led`: the rights as they are said where the cover may not be in force. */
export function useGiven(): (cover: Given, led?: (what: string) => string) => string {
  const { say } = useWords()
  const list = (names: readonly string[]): string => names.join(say('list.and'))
  return ({ gives, excludes }, led = (what) => what) =>
    [gives.length > 0 ? led(list(gives)) : '', excludes.length > 0 ? say('cover.excludes', { what: list(excludes) }) : '']
      .filter((part) => part !== '')
      .join(say('list.semicolon'))
}
