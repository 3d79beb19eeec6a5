/** How the command line comes to its bundle: made anew when a source has changed, and run from what V8 kept of just that bundle. */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a script run from what V8 kept of it', () => {
  const written = (code: string): string => `(function (require, __dirname) {${code}})\n`
  const says = (words: string): string => written(`process.stdout.write(${JSON.stringify(words)})`)
  const path = (): string => join(folder, 'script.cjs')

  async function runs(...flags: readonly string[]): Promise<string> {
    const code = `import { runCompiled } from ${JSON.stringify(join(project, 'scripts', 'compiled.mjs'))}\nrunCompiled(${JSON.stringify(path())})`
    return (await run(process.execPath, [...flags, '--input-type=module', '--eval', code], { env: { ...process.env, NODE_OPTIONS: '' } })).stdout
  }

  /** The one file that is kept beside the script. */
  function kept(): string {
    const names = readdirSync(folder).filter((name) => name !== 'script.cjs')
    expect(names).toHaveLength(1)
    return join(folder, names[0] ?? '')
  }

  test('says the same the first time and from what was kept', async () => {
    writeFileSync(path(), written(`process.stdout.write(require('node:path').basename(__dirname))`))
    const name = folder.slice(folder.lastIndexOf('holdfast-start-'))
    expect(await runs()).toBe(name)
    const { ino } = statSync(kept())
    expect(await runs()).toBe(name)
    expect(statSync(kept()).ino).toBe(ino)
  })

  test('is never run from what was kept of another of the same length, which V8 itself would do', async () => {
    writeFileSync(path(), says('one'))
    expect(await runs()).toBe('one')
    const ofOne = readFileSync(kept())
    writeFileSync(path(), says('two'))
    expect(await runs()).toBe('two')
    expect(readFileSync(kept()).equals(ofOne)).toBe(false)
    // With the checksum of the other script V8 does run the first: it is all that stands between.
    const forged = Buffer.from(ofOne)
    forged.writeUInt32LE(crc32(ofOne.subarray(4), crc32(says('two'))))
    writeFileSync(kept(), forged)
    expect(await runs()).toBe('one')
  })

  test('is compiled anew where what was kept is damaged, cut short or empty', async () => {
    writeFileSync(path(), says('whole'))
    expect(await runs()).toBe('whole')
    const good = readFileSync(kept())
    const damaged = Buffer.from(good)
    damaged[good.length - 20] = (damaged[good.length - 20] ?? 0) ^ 0xff
    for (const bad of [damaged, good.subarray(0, good.length >> 1), good.subarray(0, 3), Buffer.alloc(0)]) {
      writeFileSync(kept(), bad)
      expect(await runs()).toBe('whole')
      const again = readFileSync(kept())
      expect(again.readUInt32LE(0)).toBe(crc32(again.subarray(4), crc32(says('whole'))))
    }
  })

  test('keeps one for each set of V8 flags, so that none is run under others', async () => {
    writeFileSync(path(), says('either'))
    expect(await runs()).toBe('either')
    const ino = statSync(kept()).ino
    expect(await runs('--max-old-space-size=512')).toBe('either')
    expect(readdirSync(folder)).toHaveLength(3)
    expect(readdirSync(folder).filter((name) => statSync(join(folder, name)).ino === ino)).toHaveLength(1)
  })

  test('runs where nothing can be kept, and leaves nothing behind', async () => {
    writeFileSync(path(), says('all the same'))
    expect(await runs()).toBe('all the same')
    const name = kept()
    rmSync(name)
    mkdirSync(name)
    expect(await runs()).toBe('all the same')
    expect(kept()).toBe(name)
  })
})

describe('the bundle', () => {
  const source = (name: string): string => join(folder, 'src', 'cli', name)
  const dist = (): number => statSync(join(folder, 'dist')).ino

  async function says(...words: readonly string[]): Promise<string> {
    const { stdout } = await run(process.execPath, [join(folder, 'bin', 'holdfast.js'), ...words], { env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: '' } })
    return stdout.trim()
  }

  beforeEach(() => {
    for (const name of ['bin', 'scripts', 'package.json', 'package-lock.json']) cpSync(join(project, name), join(folder, name), { recursive: true })
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'))
    mkdirSync(join(folder, 'src', 'cli'), { recursive: true })
    writeFileSync(source('holdfast.ts'), `import { aside } from './aside.ts'\nconsole.log(aside)\n`)
    writeFileSync(source('aside.ts'), `export const aside = 'plain'\n`)
    writeFileSync(source('checkAlone.ts'), `import { words } from './words.ts'\nconsole.log(words)\n`)
    writeFileSync(source('words.ts'), `export const words = 'first'\n`)
  })

  test('of the check is never run once a source of its own has changed, not even one set back to its size and time', async () => {
    expect(await says('check')).toBe('first')
    expect(await says('check')).toBe('first')
    const { atime, mtime } = statSync(source('words.ts'))
    writeFileSync(source('words.ts'), `export const words = 'other'\n`)
    utimesSync(source('words.ts'), atime, mtime)
    expect(await says('check')).toBe('other')
    writeFileSync(source('more.ts'), `export const words = 'third'\n`)
    writeFileSync(source('checkAlone.ts'), `import { words } from './more.ts'\nconsole.log(words)\n`)
    expect(await says('check')).toBe('third')
  })

  test('is made again when the way it is made changes', async () => {
    expect(await says('check')).toBe('first')
    const before = dist()
    writeFileSync(join(folder, 'scripts', 'build.mjs'), `${readFileSync(join(project, 'scripts', 'build.mjs'), 'utf8')}// Another way.\n`)
    expect(await says('check')).toBe('first')
    expect(dist()).not.toBe(before)
  })

  test('of the check stands while sources that it is not made from change; the others do not', async () => {
    expect(await says('check')).toBe('first')
    const before = dist()
    writeFileSync(source('aside.ts'), `export const aside = 'changed'\n`)
    expect(await says('check')).toBe('first')
    expect(dist()).toBe(before)
    expect(await says('version')).toBe('changed')
    expect(dist()).not.toBe(before)
  })

  test('of the check is not trusted where it is not known what it was made from', async () => {
    expect(await says('check')).toBe('first')
    rmSync(join(folder, 'dist', 'check-last-seen'))
    writeFileSync(source('aside.ts'), `export const aside = 'plain' // The same for the check.\n`)
    expect(await says('check')).toBe('first')
    writeFileSync(source('words.ts'), `export const words = 'later'\n`)
    expect(await says('check')).toBe('later')
  })

  test('stands when its sources were only touched', async () => {
    expect(await says('check')).toBe('first')
    const before = dist()
    utimesSync(source('words.ts'), new Date(), new Date())
    expect(await says('check')).toBe('first')
    expect(await says('check')).toBe('first')
    expect(dist()).toBe(before)
    writeFileSync(source('words.ts'), `export const words = 'later'\n`)
    expect(await says('check')).toBe('later')
  })
})
