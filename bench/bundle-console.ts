import { measureBundle } from './bundle.ts'
import type { Row } from './row.ts'

/** The console: its first load with the words of one language and the room that it opens with. */
export async function run(): Promise<readonly Row[]> {
  return measureBundle({
    name: 'console, first load',
    page: 'index.html',
    base: '/',
    besides: [/\/load-zh-CN-[^/]+\.js$/, /\/(Home|Overview|overview)-[^/]+\.(js|css)$/],
    limitKb: 350,
  })
}
