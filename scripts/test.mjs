// npm test: everything a build must pass, in one go. Installs what is missing, makes sure of a real browser, then checks
// types and style, runs the tests and asks whether a package has known flaws; all of it even when one part fails, and the
// sum at the end. Only the last part wants the network, and says so plainly when there is none.
// Words after `npm test --` go to vitest, such as a folder to run a part.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkKnownFlaws } from './knownFlaws.mjs'
import { checkNode, ensureInstalled, project, refuse, say } from './project.mjs'

checkNode()
await ensureInstalled()
const { findChromium } = await import('./chromium.mjs')
const temporary = process.env.TMPDIR
const chromium = await findChromium()
if (temporary === undefined) delete process.env.TMPDIR
else process.env.TMPDIR = temporary
say(`Browser: ${chromium}`)

const steps = [
  { name: 'types', program: 'tsc', args: ['--noEmit'] },
  { name: 'style', program: 'oxlint', args: ['--deny-warnings'] },
  { name: 'tests', program: 'vitest', args: ['run', ...process.argv.slice(2)] },
]

const results = steps.map(({ name, program, args }) => {
  const path = join(project, 'node_modules', '.bin', program)
  if (!existsSync(path)) refuse(`${program} is not installed. Run "npm ci --include=dev", then this again.`)
  say(`\n── ${name}: ${program} ${args.join(' ')}`)
  const began = performance.now()
  const { status, signal } = spawnSync(path, args, {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CHROMIUM_PATH: chromium },
    shell: process.platform === 'win32',
  })
  return { name, passed: status === 0, how: signal ?? status, seconds: (performance.now() - began) / 1000 }
})

// With words for vitest it is a part that is run, not a build.
if (process.argv.length === 2) {
  say('\n── flaws: npm audit --omit=dev')
  const began = performance.now()
  const { passed } = checkKnownFlaws(say)
  results.push({ name: 'flaws', passed, how: 'flaws to look at', seconds: (performance.now() - began) / 1000 })
}

say('')
for (const { name, passed, how, seconds } of results) {
  const word = passed === null ? 'NOT CHECKED' : passed ? 'passed' : 'FAILED'
  say(`${word}  ${name.padEnd(6)} ${seconds.toFixed(1)} s${passed === false ? ` (ended with ${how})` : ''}`)
}
const failed = results.filter(({ passed }) => passed === false)
const unknown = results.filter(({ passed }) => passed === null).map(({ name }) => name)
const all = unknown.length === 0 ? 'All passed.' : `All that could be checked passed. Not checked: ${unknown.join(', ')}.`
say(failed.length === 0 ? all : `${failed.length} of ${results.length} failed: ${failed.map(({ name }) => name).join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1
