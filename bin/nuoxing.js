// The executable: TypeScript source in a checkout, stripped JavaScript in an installed package.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { become, ensureInstalled, isCheckout, linkPostgres, root } from './runtime.js'
import { say } from './sentences.js'

if (isCheckout()) ensureInstalled()
linkPostgres()
const main = join(root, isCheckout() ? 'src/cli/main.ts' : 'dist/cli/main.js')
if (!existsSync(main)) {
  say('not-built', { file: main })
  process.exit(1)
}
become([main, ...process.argv.slice(2)])
