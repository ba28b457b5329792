import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TOKENS, cssVariables } from './tokens.ts'
import type { Tokens } from './tokens.ts'

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const STATES = ['open', 'near', 'paused', 'kept', 'broken', 'excused', 'cancelled'] as const
const TEXTS = ['ink', 'ink2', 'ink3', 'brand'] as const
const GROUNDS = ['bg', 'surface', 'sunken', 'hover', 'brandBg'] as const

/** Every pair of a text and the ground that it may stand on. */
function pairs(tokens: Tokens): readonly (readonly [string, string, string])[] {
  const plain = TEXTS.flatMap((text) =>
    GROUNDS.filter((ground) => !(text === 'ink3' && ground === 'brandBg')).map(
      (ground) => [`${text} on ${ground}`, tokens[text], tokens[ground]] as const,
    ),
  )
  const states = STATES.flatMap((state) => [
    [`${state} on its ground`, tokens[`${state}Fg`], tokens[`${state}Bg`]] as const,
    [`${state} on surface`, tokens[`${state}Fg`], tokens.surface] as const,
  ])
  return [
    ...plain,
    ...states,
    ['button', tokens.onBrand, tokens.solid],
    ['badge of a broken promise', '#FFFFFF', tokens.brokenSolid],
    ['bulk bar', tokens.onBar, tokens.bar],
    ['link on the bulk bar', tokens.barLink, tokens.bar],
  ]
}

for (const scheme of ['light', 'dark'] as const) {
  test(`every word can be read: contrast of at least 4.5 in ${scheme}`, () => {
    const weak = pairs(TOKENS[scheme]).filter(([, text, ground]) => contrast(text, ground) < 4.5)
    assert.deepEqual(
      weak.map(([name, text, ground]) => `${name} ${contrast(text, ground).toFixed(2)}`),
      [],
    )
  })
}

test('both schemes name the same colours, and each becomes a variable', () => {
  assert.deepEqual(Object.keys(TOKENS.dark), Object.keys(TOKENS.light))
  const css = cssVariables()
  assert.equal(css.match(/--[a-z0-9-]+:#[0-9A-F]{6}/g)?.length, 2 * Object.keys(TOKENS.light).length)
  assert.ok(css.includes('--broken-solid:#B92D1D') && css.includes('--line2:#C9D1D9'))
})
