import { measureBundle } from './bundle.ts'
import type { Row } from './row.ts'

/** The customer's portal: its first load with the words of one language. */
export async function run(): Promise<readonly Row[]> {
  return measureBundle({
    name: 'portal, first load',
    page: 'portal/index.html',
    base: '/portal/',
    besides: [/\/(load-names-)?zh-CN-[^/]+\.js$/],
    limitKb: 120,
  })
}
