'use strict'
// The one door for npm scripts and CI. Node 20 can parse it; what it starts runs on the pinned Node.
const { join } = require('node:path')
const { become, ensureInstalled, linkPostgres, root } = require('./runtime.js')
const { say } = require('./sentences.js')

const COMMANDS = {
  start: ['src/cli/main.ts', 'start'],
  test: ['test/run-tests.ts'],
  prove: ['test/run-tests.ts', '--prove'],
  check: ['test/run-tests.ts', '--checks'],
  bench: ['bench/run.ts'],
  pack: ['test/pack.ts'],
}

const [command = '', ...rest] = process.argv.slice(2)
if (!Object.hasOwn(COMMANDS, command)) {
  say('unknown-command', { command, known: Object.keys(COMMANDS).join(' ') })
  process.exit(2)
}
process.chdir(root)
ensureInstalled()
linkPostgres()
const [script, ...args] = COMMANDS[command]
become([join(root, script), ...args, ...rest])
