import { test } from 'node:test'
import { CARRIED } from './carried.ts'
import { DRAWN } from './drawn.ts'
import { DRAWN_AGAIN } from './drawn-again.ts'
import { DRAWN_MORE } from './drawn-more.ts'
import { DRAWN_RIGHTS } from './drawn-rights.ts'
import { showInCore } from './in-core.ts'
import { NAMED } from './named.ts'

// Each drawn promise as its plan carries it in the pure core, and gone when its clause is taken out. In the running product: `drawn.db.test.ts`.

for (const shown of [...DRAWN, ...DRAWN_MORE, ...DRAWN_AGAIN, ...DRAWN_RIGHTS, ...CARRIED, ...NAMED])
  test(shown.title, () => showInCore(shown))
