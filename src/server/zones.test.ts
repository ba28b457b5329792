import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatInstant } from '../core/time/instant.ts'
import { offsetAt } from '../core/time/zone.ts'
import { isZone, loadZone } from './zones.ts'

test('a zone carries the version of the rules it was read from', () => {
  assert.equal(loadZone('Asia/Shanghai').tzdata, process.versions.tz)
  assert.equal(loadZone('asia/shanghai').id, 'Asia/Shanghai')
})

test('China has had no summer time since 1991', () => {
  const { transitions } = loadZone('Asia/Shanghai')
  assert.equal(formatInstant(transitions.at(-1)!.at).slice(0, 4), '1991')
  assert.equal(transitions.at(-1)!.offsetMs, 8 * 3_600_000)
})

test('a zone is read once and cannot be changed', () => {
  assert.equal(loadZone('Europe/Berlin'), loadZone('Europe/Berlin'))
  assert.throws(() => (loadZone('Europe/Berlin').transitions as unknown[]).push({}), TypeError)
})

test('transitions ascend and each changes the offset', () => {
  for (const id of ['Europe/Berlin', 'America/New_York', 'Africa/Casablanca', 'Antarctica/Troll', 'UTC', 'Asia/Kolkata']) {
    const { transitions } = loadZone(id)
    assert.ok(transitions.length > 0, id)
    for (let i = 1; i < transitions.length; i += 1) {
      assert.ok(transitions[i]!.at > transitions[i - 1]!.at && transitions[i]!.offsetMs !== transitions[i - 1]!.offsetMs, `${id} ${i}`)
    }
  }
})

test('only the asked years are read', () => {
  const zone = loadZone('Europe/Berlin', 2026, 2028)
  assert.equal(zone.transitions.length, 5)
  assert.equal(offsetAt(zone, Date.UTC(2027, 6, 1)), 2 * 3_600_000)
})

test('an unknown zone is refused and never becomes a default one', () => {
  for (const id of ['Asia/Nowhere', '', 'Shanghai', '../etc/localtime', 'Asia/Shanghai ']) {
    assert.throws(() => loadZone(id), RangeError, id)
    assert.equal(isZone(id), false, id)
  }
  assert.equal(isZone('Asia/Taipei'), true)
})
