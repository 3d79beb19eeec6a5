// What every way into the checkout needs first: a Node new enough, the packages of the lock file, a bundle of the
// sources as they are now. Plain Node, no package, no git; nothing is fetched when nothing has changed.
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCompiled } from './compiled.mjs'

export const project = dirname(dirname(fileURLToPath(import.meta.url)))
const inProject = (...names) => join(project, ...names)

/** Loaded only where something has to be hashed: a check of a return, over in a moment, waits for nothing it does not need. */
const newHash = async () => (await import('node:crypto')).createHash('sha256')

/** Ends the process with words a person can act on. */
export function refuse(words) {
  process.stderr.write(`\n${words}\n`)
  process.exit(1)
}

/** Words for a person; to the error output, so that a command's own output stays clean. */
export const say = (words) => process.stderr.write(`${words}\n`)

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  refuse(`Holdfast needs Node.js 20.19 or newer; this is ${process.versions.node} (${process.execPath}).\nInstall a newer one from nodejs.org or your system's packages, then run this again.`)
}

/**
 * Installs the packages with `npm ci --ignore-scripts` when they are not the ones of the lock file. A marker inside
 * node_modules, written after a whole install, says which lock file it came from: an install that was cut short has none.
 */
export async function ensureInstalled() {
  const marker = inProject('node_modules', '.holdfast-installed')
  // Some packages hold programs for one platform: a folder carried to another machine is not installed there.
  const hash = (await newHash()).update(readFileSync(inProject('package-lock.json')))
  const wanted = hash.update(`${process.platform}-${process.arch}`).digest('hex')
  if (readIfThere(marker) === wanted) return
  if (!installedByHand()) {
    say('Installing packages (npm ci) …')
    const { spawnSync } = await import('node:child_process')
    const flags = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
    const byNpm = /npm-cli\.[cm]?js$/.test(process.env.npm_execpath ?? '')
    const [command, args] = byNpm ? [process.execPath, [process.env.npm_execpath, ...flags]] : ['npm', flags]
    // Its words go to the error output as well (stdio 2).
    const { status, error } = spawnSync(command, args, { cwd: project, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
    if (error?.code === 'ENOENT') refuse('npm was not found. It comes with Node.js; install it, then run this again.')
    if (status !== 0) {
      refuse('The packages could not be installed; npm says why above. The first start needs a package registry within reach; later ones do not.')
    }
  }
  try {
    writeFileSync(marker, wanted)
  } catch {
    // Installed by somebody else and not ours to write: it is looked through again next time.
  }
}

/** Whether somebody ran npm themselves and all is there: npm's own list of what it installed agrees with the lock file. */
function installedByHand() {
  const listed = readIfThere(inProject('node_modules', '.package-lock.json'))
  if (listed === null) return false
  const held = JSON.parse(listed).packages ?? {}
  const wanted = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, one]) =>
      path === '' ||
      (held[path]?.version === one.version && existsSync(inProject(path, 'package.json'))) ||
      // Left out on purpose: optional, and for another platform, or needed only by one that is.
      (one.optional === true && held[path] === undefined && !isForHere(one)),
  )
}

const isForHere = ({ os, cpu, libc }) =>
  (os !== undefined || cpu !== undefined) &&
  (os === undefined || os.includes(process.platform)) &&
  (cpu === undefined || cpu.includes(process.arch)) &&
  (libc === undefined || libc.includes(usesGlibc() ? 'glibc' : 'musl'))

const usesGlibc = () => process.report.getReport().header.glibcVersionRuntime !== undefined

/**
 * Bundles the sources into `dist` unless that was done for exactly these sources. Without sources (a folder that was
 * shipped with its bundle alone) the bundle is taken as it is.
 */
export async function ensureBuilt() {
  const entry = inProject('src', 'cli', 'holdfast.ts')
  const bundle = inProject('dist', 'holdfast.js')
  if (!existsSync(entry)) {
    if (existsSync(bundle)) return
    refuse(`There is nothing to start: ${entry} is missing. Is this checkout complete?`)
  }
  if (existsSync(bundle) && (await isOfSources())) return
  const { build } = await import('./build.mjs')
  await build()
}

/** What the sources were last seen as: all of them, and those that the check's own bundle is made from. */
const SEEN = 'last-seen'
const SEEN_BY_CHECK = 'check-last-seen'

/**
 * Whether the bundle was made from the sources as they are. Reading all of them takes longer than many a command, so it is
 * done only when something of theirs is not as it was last seen.
 */
async function isOfSources() {
  if (isAsLastSeen(SEEN)) return true
  const seen = lastSeen()
  const ofCheck = readIfThere(inProject('dist', SEEN_BY_CHECK))?.split('\n').map(nameIn)
  if (ofCheck === undefined || readIfThere(inProject('dist', 'built-from')) !== (await sourcesHash())) return false
  try {
    writeSeen(inProject('dist'), seen, new Set(ofCheck))
  } catch {
    // Built by somebody else and not ours to write: the sources are read again next time.
  }
  return true
}

/**
 * A line for each source and for each folder of sources: size, time of its last change, name. A file that comes or goes
 * changes its folder, so that nothing has to be listed to see it. The time is the one the system keeps (ctime), which
 * nobody can set back.
 */
export function lastSeen() {
  const folders = readdirSync(inProject('src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
  const names = [...sourceFiles(), inProject('src'), ...folders].map((path) => path.slice(project.length + 1))
  return names.map((name) => markOf(name))
}

/**
 * Keeps beside a bundle what its sources were seen as, and once more those that its check is made from, by their names. A
 * source that comes anew can be of the check only when one of these has changed to name it.
 */
export function writeSeen(dist, seen, ofCheck) {
  const isOfCheck = (name) => ofCheck.has(name) || !name.startsWith('src')
  writeWhole(join(dist, SEEN), seen.join('\n'))
  writeWhole(join(dist, SEEN_BY_CHECK), seen.filter((line) => isOfCheck(nameIn(line))).join('\n'))
}

/** Written aside and put in place when whole: of half a list the other half could change unseen. */
function writeWhole(path, text) {
  const making = `${path}.${process.pid}`
  writeFileSync(making, text)
  renameSync(making, path)
}

function isAsLastSeen(list) {
  const lines = readIfThere(inProject('dist', list))?.split('\n') ?? []
  return lines.length > 0 && lines.every((line) => line === markOf(nameIn(line)))
}

const nameIn = (line) => line.slice(line.lastIndexOf('\0') + 1)

function markOf(name) {
  const found = statSync(`${project}/${name}`, { throwIfNoEntry: false })
  return `${found?.size}\0${found?.ctimeMs}\0${name}`
}

/** Everything the bundle is made from. */
function sourceFiles() {
  const files = readdirSync(inProject('src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return [...files, inProject('package-lock.json'), inProject('scripts', 'build.mjs')]
}

/** One number for the content of all of it. */
export async function sourcesHash() {
  const hash = await newHash()
  for (const file of sourceFiles()) {
    // Name and length first, so that no two sets of files can read as the same run of bytes.
    const content = readFileSync(file)
    hash.update(`${file.slice(project.length)}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * Runs a command in this very process: signals, exit code and input need no passing on. Installs and builds first what is
 * missing.
 */
export async function runHoldfast(args) {
  const isCheck = args[0] === 'check' && process.env.LOG_LEVEL !== 'debug'
  // The check's own bundle holds the packages it needs; where it is of the sources as they are, nothing else is looked at.
  if (!isCheck || !isAsLastSeen(SEEN_BY_CHECK)) {
    await ensureInstalled()
    await ensureBuilt()
  }
  process.argv = [process.execPath, inProject('dist', 'holdfast.js'), ...args]
  if (isCheck) runCompiled(inProject('dist', 'check.cjs'))
  else {
    process.setSourceMapsEnabled(true)
    await import(new URL('../dist/holdfast.js', import.meta.url))
  }
}

export function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

export function removeFolder(path) {
  rmSync(path, { recursive: true, force: true })
}
