import { found } from './finding.ts'
import { giftName, namelessValues, taskName } from './plan-names.ts'
import type { Clause, Finding, Plan } from './types.ts'

/** A dimension, or a value of one, that people would read as its id. */
function dimensionsWithoutName(plan: Plan): Finding[] {
  return Object.values(plan.dimensions).flatMap(({ id, name }) => {
    const path = `dimensions.${id}`
    const ask = (code: string, params: Finding['params']) => found(code, { severity: 'question', clauses: [], params, path })
    const values = namelessValues(plan, id)
    return [
      ...(name === undefined ? [ask('lint-dimension-nameless', { dimension: id })] : []),
      ...(values.length === 0 ? [] : [ask('lint-values-nameless', { dimension: name ?? id, values: values.join(' ') })]),
    ]
  })
}

/** What a clause gives, grants or demands, as the file names it. */
function giftsOf(clause: Clause): readonly string[] {
  if (clause.form === 'cover') return clause.gives
  if (clause.form !== 'rule') return []
  return clause.effects.flatMap((effect) => (effect.kind === 'entitle' || effect.kind === 'demand' ? [effect.what] : []))
}

function tasksOf(clause: Clause): readonly string[] {
  return clause.form === 'rule' ? clause.effects.flatMap((effect) => (effect.kind === 'open-task' ? [effect.task] : [])) : []
}

/** What people are given or told to do must have a name that they can read. */
function wordsWithoutName(plan: Plan): Finding[] {
  return Object.values(plan.promises).flatMap((clause) => {
    const ask = (code: string, what: string) =>
      found(code, { severity: 'question', clauses: [clause], params: { promise: clause.id, what } })
    const gifts = giftsOf(clause).filter((what) => giftName(plan, what, 'zh-CN') === undefined)
    const tasks = tasksOf(clause).filter((task) => taskName(plan, task) === undefined)
    return [...gifts.map((what) => ask('lint-word-nameless', what)), ...tasks.map((task) => ask('lint-task-nameless', task))]
  })
}

/** What would be shown to people as the id of a file. */
export function lintNames(plan: Plan): readonly Finding[] {
  return [...dimensionsWithoutName(plan), ...wordsWithoutName(plan)]
}
