import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'nx-check-'))
after(() => rmSync(folder, { recursive: true }))

test('a check calls clauses what the plan calls them; their keys are for programs', () => {
  const sound = readFileSync(join(import.meta.dirname, '../../plans/shebei-2nian.yaml'), 'utf8')
  assert.match(sound, /starts: arrive\.done/)
  const plan = join(folder, 'kept.yaml')
  writeFileSync(plan, sound.replace('starts: arrive.done', 'starts: arrive.kept'))
  const check = (...options: readonly string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), 'plan', 'check', plan, ...options], { encoding: 'utf8' }).stdout
  assert.match(check('--locale', 'zh-CN'), /“修复” 接在 “[^”]+” 按时做到（kept）之后/)
  assert.match(check('--locale', 'zh-TW'), /「修复」 接在 「[^」]+」 如期做到（kept）之後/)
  const { findings } = JSON.parse(check('--json')) as { findings: { code: string; clauses: string[] }[] }
  assert.deepEqual(findings.find(({ code }) => code === 'lint-chain-kept')?.clauses, ['repair'])
})
