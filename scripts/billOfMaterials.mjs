// The software bill of materials: every package that a running Holdfast may load, from the lock file alone, so that the
// same lock file always gives the same bytes and no network is asked. CycloneDX 1.5 in JSON (ECMA-424).
// `node scripts/billOfMaterials.mjs` prints it; the build puts it into `dist`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { project } from './project.mjs'

/** The lock file's packages: by their place in node_modules, with version, licence, integrity and what they ask for. */
export function lockedPackages() {
  return JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')).packages
}

/**
 * The places of the packages that are installed with `npm ci --omit=dev`, on whatever machine: those of `optional`
 * dependencies that are programs for one kind of machine are all named, though no machine holds more than its own.
 */
export function runtimePlaces(packages) {
  return Object.entries(packages).filter(([place, one]) => place !== '' && one.dev !== true && one.link !== true).map(([place]) => place).sort()
}

const nameAt = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
const purlOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`
const hashesOf = (integrity) =>
  (integrity ?? '').split(' ').filter((one) => /^sha(256|384|512)-/.test(one)).map((one) => ({
    alg: `SHA-${one.slice(3, 6)}`, content: Buffer.from(one.slice(7), 'base64').toString('hex'),
  }))
// One name (`MIT`) or an expression (`MIT OR Apache-2.0`), as SPDX writes them.
const licencesOf = (licence) =>
  licence === undefined ? [] : / (OR|AND|WITH) /.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }]

/** Where node finds what a package asks for: beside it, or in the folders above. */
function placeOf(packages, from, name) {
  const folders = from.split(/\/?(?=node_modules\/)/).filter((part) => part !== '')
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const place = [...folders.slice(0, depth), `node_modules/${name}`].join('/')
    if (packages[place] !== undefined) return place
  }
  return undefined
}

/** The bill of materials of these packages. */
export function billOfMaterials(packages = lockedPackages()) {
  const places = runtimePlaces(packages)
  const root = packages['']
  const refOf = (place) => `${nameAt(place)}@${packages[place].version}`
  const asks = (place) => {
    const one = packages[place]
    const names = Object.keys({ ...one.dependencies, ...one.optionalDependencies, ...(place === '' ? {} : one.peerDependencies) })
    return [...new Set(names.flatMap((name) => placeOf(packages, place, name) ?? []).filter((at) => places.includes(at)).map(refOf))].sort()
  }
  // One package may lie in two places; it is one component.
  const byRef = new Map(places.map((place) => [refOf(place), place]))
  const me = `${root.name}@${root.version}`
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: { 'bom-ref': me, type: 'application', name: root.name, version: root.version, licenses: licencesOf(root.license), purl: purlOf(root.name, root.version) },
    },
    components: [...byRef].map(([ref, place]) => {
      const { version, license, integrity, optional } = packages[place]
      const name = nameAt(place)
      return {
        'bom-ref': ref, type: 'library', name, version, scope: optional === true ? 'optional' : 'required',
        licenses: licencesOf(license), purl: purlOf(name, version), hashes: hashesOf(integrity),
      }
    }),
    dependencies: [{ ref: me, dependsOn: asks('') }, ...[...byRef].map(([ref, place]) => ({ ref, dependsOn: asks(place) }))],
  }
}

/** Its text, as it is written to a file. */
export const billOfMaterialsText = () => `${JSON.stringify(billOfMaterials(), null, 2)}\n`

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(billOfMaterialsText())
