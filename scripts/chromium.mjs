// A real Chromium for the journeys: the one named, the machine's own, one that can be installed, or one npm brought.
// There is no going on without: tests that did not run would look like tests that passed.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { project, refuse, say } from './project.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Path of a Chromium that answers to --version; ends the process with words when there is none to be had. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH ?? ''
  if (named !== '') {
    if (works(named)) return named
    refuse(`CHROMIUM_PATH is ${named}, which is no browser that runs here.`)
  }
  return onThisMachine() ?? installed() ?? (await fromNpm()) ?? noBrowser()
}

function onThisMachine() {
  const places = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter).filter((place) => place !== '')]
  const mac = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  return [...places.flatMap((place) => names.map((name) => join(place, name))), ...mac].find(works) ?? null
}

function works(path) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000, stdio: ['ignore', 'pipe', 'ignore'] })
  return answer.status === 0 && /chrom/i.test(answer.stdout)
}

/** Debian and its kin, as root or somebody who may become root without being asked for a password. */
function installed() {
  const root = process.getuid?.() === 0
  const runs = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0
  if (!runs('apt-get', '--version') || !(root || runs('sudo', '-n', 'true'))) return null
  say('Installing Chromium (apt-get install chromium) …')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [command, ...rest] = root ? ['apt-get', ...args] : ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
    spawnSync(command, rest, { stdio: ['ignore', 2, 2], env: environment })
  }
  return onThisMachine()
}

/** The package @sparticuz/chromium, when it is among ours: a browser and its libraries, packed; unpacked beside it. */
async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  try {
    // It unpacks into the temporary folder under a name anybody could have taken before: give it one of our own.
    const place = join(project, 'node_modules', '.chromium')
    mkdirSync(place, { recursive: true, mode: 0o700 })
    process.env.TMPDIR = place
    // Makes it unpack the libraries too, which a bare machine lacks.
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
    const { default: chromium } = await import('@sparticuz/chromium')
    const path = await chromium.executablePath()
    delete process.env.AWS_EXECUTION_ENV
    return works(path) ? path : null
  } catch {
    return null
  }
}

function noBrowser() {
  return refuse(
    'The tests drive a real browser, and there is none here that could be found or installed.\n' +
      'Install Chromium (on Debian: sudo apt-get install chromium), or set CHROMIUM_PATH to one, then run this again.',
  )
}
