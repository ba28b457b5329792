import { pathToFileURL } from 'node:url'

// Test files one after the other in one process: the core is pure, so none disturbs another, and a process for each of a hundred files takes longer than most.
for (const file of process.argv.slice(2)) await import(pathToFileURL(file).href)
