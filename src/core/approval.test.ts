import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approvalProblem } from './approval.ts'

test('what came late is approved by another person, once; what came in time needs nobody', () => {
  const late = { late: true, by: 'lin' }
  assert.equal(approvalProblem(late, 'gu'), undefined)
  assert.equal(approvalProblem(late, 'lin'), 'approval-own')
  assert.equal(approvalProblem({ ...late, approvedBy: 'gu' }, 'qin'), 'approved-already')
  assert.equal(approvalProblem({ late: false, by: 'lin' }, 'gu'), 'approval-needless')
})
