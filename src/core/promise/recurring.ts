import type { FormEngine } from './form.ts'

export const recurringForm: FormEngine = {
  reached: () => {
    throw new Error('not carried yet')
  },
}
