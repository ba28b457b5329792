import type { FormEngine } from './form.ts'

export const ruleForm: FormEngine = {
  reached: () => {
    throw new Error('not carried yet')
  },
}
