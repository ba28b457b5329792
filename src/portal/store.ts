import { useEffect, useState } from 'preact/hooks'

/** What changes outside of the page's components, drawn anew when it does. Both functions stay the same from drawing to drawing. */
export function useSyncExternal<Value>(subscribe: (listener: () => void) => () => void, read: () => Value): Value {
  const [value, setValue] = useState(read)
  useEffect(() => {
    const look = (): void => setValue(read)
    // It may have changed between drawing and now.
    look()
    return subscribe(look)
  }, [subscribe, read])
  return value
}
