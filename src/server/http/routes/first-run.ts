import { ClearDemo, ClearedDemo, DemoContents, FirstRun } from '../../../wire/first-run.ts'
import { getDemo, getFirstRun, removeDemo } from '../first-run/first-run.ts'
import { route } from '../route.ts'

export const FIRST_RUN_ROUTES = [
  route({ at: 'GET /first-run', permission: 'person.manage', answer: FirstRun, handle: getFirstRun }),
  route({ at: 'GET /demo', permission: 'person.manage', answer: DemoContents, handle: getDemo }),
  route({
    at: 'POST /demo/clear',
    permission: 'person.manage',
    personOnly: true,
    body: ClearDemo,
    answer: ClearedDemo,
    handle: removeDemo,
  }),
]
