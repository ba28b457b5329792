import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gramsOf, weighed, weightOf } from './grams.ts'

test('our own words are compared by pairs of characters, those of Latin letters whole', () => {
  assert.deepEqual([...gramsOf('备用设备')], ['备用', '用设', '设备'])
  assert.deepEqual([...gramsOf('Spare parts for PDF')], ['spare', 'part', 'for', 'pdf'])
})

test('punctuation parts words, and a figure is no word', () => {
  assert.deepEqual([...gramsOf('答复，到场')], ['答复', '到场'])
  assert.deepEqual([...gramsOf('三十分钟内答复')], [...gramsOf('30 分钟内答复')])
})

test('full and half width are one', () => {
  assert.deepEqual([...gramsOf('ＰＤＦ 文件')], [...gramsOf('pdf 文件')])
})

test('what stands in every text weighs little, what stands in one weighs most', () => {
  const weigh = weighed([gramsOf('客户备机'), gramsOf('客户回访'), gramsOf('客户到场'), gramsOf('客户')])
  assert.ok(weigh('客户') < weigh('备机'))
  assert.ok(weigh('备机') <= weigh('没有'))
  assert.equal(weightOf([], weigh), 0)
  assert.equal(weightOf(['客户', '备机'], weigh), weigh('客户') + weigh('备机'))
})
