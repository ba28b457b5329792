import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SHEET, drawSignature, extended, pointAt } from './signature.ts'

const SHOWN = { left: 100, top: 50, width: 300, height: 100 }

test('a pointer is where it is on the sheet, whatever size that is shown in, and never beside it', () => {
  assert.deepEqual(pointAt({ clientX: 100, clientY: 50 }, SHOWN), [0, 0])
  assert.deepEqual(pointAt({ clientX: 250, clientY: 100 }, SHOWN), [300, 100])
  assert.deepEqual(pointAt({ clientX: 999, clientY: -3 }, SHOWN), [SHEET.width, 0])
})

test('a stroke goes on point by point, and a hand that rests adds none', () => {
  assert.deepEqual(extended([[[1, 1]]], [2, 2]), [
    [
      [1, 1],
      [2, 2],
    ],
  ])
  assert.deepEqual(extended([[[1, 1]]], [1, 1]), [[[1, 1]]])
  assert.deepEqual(extended([], [1, 1]), [])
  assert.equal(extended([[[0, 0]], [[5, 5]]], [6, 6])[0]?.length, 1)
})

test('a signature is ink on white paper: a dot for a touch, a line through all points of a stroke', () => {
  const done: string[] = []
  const say =
    (what: string) =>
    (...at: readonly unknown[]) =>
      void done.push([what, ...at.map((one) => Math.round(Number(one)))].join(' '))
  const pen = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 0,
    lineCap: 'butt' as const,
    lineJoin: 'miter' as const,
    fillRect: say('paper'),
    beginPath: () => undefined,
    arc: say('dot'),
    fill: () => undefined,
    moveTo: say('from'),
    lineTo: say('to'),
    quadraticCurveTo: say('over'),
    stroke: () => undefined,
  }
  drawSignature(pen, [
    [[10, 10]],
    [
      [0, 0],
      [10, 20],
      [30, 20],
    ],
  ])
  assert.deepEqual(done, ['paper 0 0 600 200', 'dot 10 10 2 0 6', 'from 0 0', 'over 0 0 5 10', 'over 10 20 20 20', 'to 30 20'])
})
