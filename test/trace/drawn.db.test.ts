import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../src/server/http/http.testing.ts'
import { CARRIED } from './carried.ts'
import { DRAWN } from './drawn.ts'
import { DRAWN_AGAIN } from './drawn-again.ts'
import { DRAWN_MORE } from './drawn-more.ts'
import { DRAWN_RIGHTS } from './drawn-rights.ts'
import { showInProduct } from './in-product.ts'
import { NAMED } from './named.ts'

// The same promises in the running product: for each look a contract under the bundled plan is signed over HTTP, its facts are told over HTTP at their
// instants on the firm's own clock, with the waker of the product, and what the product then answers over HTTP is the same lines as in the core.
// Drawn by the seeds 20261126 (`drawn.ts`, `drawn-more.ts`) and 20261127 (`drawn-again.ts`, `drawn-rights.ts`), all of them, with what `carried.ts` and `named.ts` add.

const ALL = [...DRAWN, ...DRAWN_MORE, ...DRAWN_AGAIN, ...DRAWN_RIGHTS, ...CARRIED, ...NAMED]

const server = await startTestServer()
/** A Sunday before the first fact of any of them. */
server.time.now = Date.parse('2026-03-01T01:00:00Z')
const answers = await showInProduct(server, ALL)

for (const shown of ALL)
  test(`in the running product: ${shown.title}`, () => {
    const lines = answers.get(shown)!.flatMap((one) => {
      if (one instanceof Error) throw one
      return one
    })
    assert.deepEqual(lines, shown.inProduct ?? shown.says)
  })
