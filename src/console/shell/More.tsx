import { Button } from 'antd'
import { useWords } from '../../ui/words/say.ts'

type MoreProps = {
  readonly list: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => Promise<unknown> }
}

/** The next page of a list, below its last row, while there is one. */
export function More({ list }: MoreProps) {
  const { say } = useWords()
  if (!list.hasNextPage) return null
  return (
    <Button type="text" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {say('list.more')}
    </Button>
  )
}
