// npm test: everything a build must pass, in one go. Installs what is missing, makes sure of a real browser, then checks
// types and style and runs the tests; all of it even when one part fails, and the sum at the end.
// Words after `npm test --` go to vitest, such as a folder to run a part.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode, ensureInstalled, project, refuse, say } from './project.mjs'

checkNode()
ensureInstalled()
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

say('')
for (const { name, passed, how, seconds } of results) {
  say(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(6)} ${seconds.toFixed(1)} s${passed ? '' : ` (ended with ${how})`}`)
}
const failed = results.filter(({ passed }) => !passed)
say(failed.length === 0 ? 'All passed.' : `${failed.length} of ${results.length} failed: ${failed.map(({ name }) => name).join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1
