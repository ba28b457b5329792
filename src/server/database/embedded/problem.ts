import type { StartMessage } from '../../words/start/say.ts'

/** A reason why the embedded database cannot start that the person at the keyboard can do something about. Never leaves `embedded.ts`. */
export class StartRefusal extends Error {
  readonly problem: StartMessage

  constructor(code: StartMessage['code'], params: StartMessage['params'] = {}) {
    super(code)
    this.problem = { code, params }
  }
}
