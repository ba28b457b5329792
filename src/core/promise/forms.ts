import type { Form } from '../plan/types.ts'
import type { FormEngine } from './form.ts'
import { coverForm } from './cover.ts'
import { gateForm } from './gate.ts'
import { levelForm } from './level.ts'
import { recurringForm } from './recurring.ts'
import { ruleForm } from './rule.ts'
import { movesTo, reached, takesOver } from './settle.ts'

/** The six forms at work. */
export const FORMS: Readonly<Record<Form, FormEngine>> = {
  deadline: { reached, takesOver, movesTo },
  recurring: recurringForm,
  level: levelForm,
  cover: coverForm,
  gate: gateForm,
  rule: ruleForm,
}
