/** Every package a running Holdfast may load is named, with its version and licence, and its licence is one we may live with (promise H1). */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

interface Locked {
  readonly version: string
  readonly license?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
}
interface Component {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly licenses: readonly ({ readonly license: { readonly id: string } } | { readonly expression: string })[]
  readonly hashes: readonly { readonly alg: string; readonly content: string }[]
}
interface Bill {
  readonly bomFormat: string
  readonly specVersion: string
  readonly metadata: { readonly component: { readonly 'bom-ref': string } }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}
const project = resolve(import.meta.dirname, '../..')
const script = (await import(/* @vite-ignore */ pathToFileURL(join(project, 'scripts/billOfMaterials.mjs')).href)) as { readonly billOfMaterialsText: () => string }
const bill = JSON.parse(script.billOfMaterialsText()) as Bill
const locked = Object.entries((JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as { readonly packages: Readonly<Record<string, Locked>> }).packages)
const runtime = locked.filter(([place, { dev }]) => place !== '' && dev !== true)
const nameOf = (place: string): string => place.split('node_modules/').at(-1) ?? ''

test('every runtime package of the lock file is in it, with version, licence and hash, and nothing else', () => {
  const wanted = new Map(runtime.map(([place, { version, license, integrity }]) => [`${nameOf(place)}@${version}`, { license, integrity }]))
  const named = new Map(bill.components.map((one) => [`${one.name}@${one.version}`, one]))
  expect([...named.keys()].toSorted()).toEqual([...wanted.keys()].toSorted())
  for (const [ref, { license, integrity }] of wanted) {
    const component = named.get(ref)
    const licences = component?.licenses.map((one) => ('expression' in one ? one.expression : one.license.id))
    expect([ref, licences]).toEqual([ref, [license]])
    const hashes = component?.hashes.map(({ alg, content }) => `${alg.replace('SHA-', 'sha')}-${Buffer.from(content, 'hex').toString('base64')}`)
    expect([ref, hashes]).toEqual([ref, [integrity]])
    expect(component?.purl).toBe(`pkg:npm/${ref.startsWith('@') ? `%40${ref.slice(1)}` : ref}`)
  }
})

test('what asks for what leads from Holdfast to every one of them', () => {
  expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', '1.5'])
  const asks = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))
  const reached = new Set<string>()
  const follow = (ref: string): void => {
    if (reached.has(ref)) return
    reached.add(ref)
    for (const next of asks.get(ref) ?? []) follow(next)
  }
  follow(bill.metadata.component['bom-ref'])
  expect(bill.components.map((one) => one['bom-ref']).filter((ref) => !reached.has(ref))).toEqual([])
})

test('no licence asks for more than to be named', () => {
  const allowed = new Set(['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0', 'Python-2.0', 'MIT-0'])
  expect(runtime.flatMap(([place, { license }]) => (license !== undefined && allowed.has(license) ? [] : [`${nameOf(place)}: ${license ?? 'no licence'}`]))).toEqual([])
})

test('versions are pinned, and every package has the hash it must arrive with', () => {
  const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>>>>
  const loose = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)).map(([name]) => name))
  expect(loose).toEqual([])
  expect(locked.filter(([place, { integrity }]) => place !== '' && integrity?.startsWith('sha512-') !== true).map(([place]) => place)).toEqual([])
})

/**
 * Promised are 60; not kept. This is the number that may not grow unnoticed: whoever adds a package looks here, and whoever
 * takes one out lowers it.
 */
const most = 205

test('runtime packages are counted against the promise of 60', () => {
  const forOneMachine = (list: readonly string[] | undefined, here: string): boolean => list === undefined || list.includes(here)
  const here = runtime.filter(([, { os, cpu, libc }]) => forOneMachine(os, 'linux') && forOneMachine(cpu, 'x64') && forOneMachine(libc, 'glibc'))
  process.stdout.write(`runtime packages: ${runtime.length} in the lock file, ${here.length} on one 64-bit Linux machine; promised: 60\n`)
  expect(runtime.length).toBeLessThanOrEqual(most)
})
