/** Everything that people wrote about a child, by the declarations of the kinds: what a reader sees of each, with every version. */
import { recordTypes } from '../core/records/allTypes.ts'
import { contentOf } from '../core/records/content.ts'
import type { Held, RecordType } from '../core/records/recordType.ts'
import { schemaOf } from '../core/records/schema.ts'
import { shown, type NameOf } from '../core/records/shown.ts'
import { answerType, isWithheld, ownWordsType, type OwnWords } from '../core/voice/ownWords.ts'
import { csvFile } from './csv.ts'
import type { Work } from './work.ts'

/** A record with all its versions, newest first. */
export interface WrittenRecord {
  readonly newest: Held
  readonly versions: readonly Held[]
}

/** The records of one kind, last written first. */
export interface WrittenKind {
  readonly type: RecordType
  /** `own-words`: for addresses and names of files. */
  readonly slug: string
  readonly records: readonly WrittenRecord[]
}

export const kindsAboutChildren: readonly RecordType[] = recordTypes.filter(({ about }) => about === 'child')

/** `own words` as part of an address. */
export const slugOf = ({ name }: RecordType): string => name.replaceAll(' ', '-')

/**
 * The kinds that the reader may see of a child whom the request reaches, those without any record left out. A kind that their
 * role does not cover is not there at all, so that nothing tells how much of it there is.
 */
export async function writtenAbout(work: Work, childId: string): Promise<readonly WrittenKind[]> {
  const open = new Map<RecordType['resource'], boolean>()
  for (const { resource } of kindsAboutChildren) {
    if (!open.has(resource)) open.set(resource, (await work.decide(childId, 'see', resource)).kind === 'allow')
  }
  const types = kindsAboutChildren.filter(({ resource }) => open.get(resource) === true)
  if (types.length === 0) return []
  const all = await work.records.find(types, { childId, everyVersion: true })
  const kept = withheldLeftOut(work, all)
  return types.flatMap((type) => {
    const records = recordsOf(kept.filter((one) => one.type === type.name))
    return records.length === 0 ? [] : [{ type, slug: slugOf(type), records }]
  })
}

/** Without what the child did not want this reader to know, in any of its versions, and without what was answered to it. */
function withheldLeftOut(work: Work, all: readonly Held[]): readonly Held[] {
  const withheld = new Set(all.filter((one) => one.type === ownWordsType.name && isWithheld(one as unknown as OwnWords, work.actor)).map(({ recordId }) => recordId))
  return all.filter(({ type, recordId, partOf }) => !withheld.has(recordId) && !(type === answerType.name && partOf !== null && withheld.has(partOf)))
}

function recordsOf(versions: readonly Held[]): readonly WrittenRecord[] {
  const byId = new Map<string, Held[]>()
  for (const one of versions) byId.set(one.recordId, [...(byId.get(one.recordId) ?? []), one])
  return [...byId.values()].flatMap((own) => {
    const sorted = own.toSorted((a, b) => b.version - a.version)
    return sorted[0] === undefined ? [] : [{ newest: sorted[0], versions: sorted }]
  }).toSorted((a, b) => (a.newest.recordedAt < b.newest.recordedAt ? 1 : a.newest.recordedAt > b.newest.recordedAt ? -1 : 0))
}

/** Names of the people whom records name: those who are listed today, and whoever wrote any of them. */
export async function namesIn(work: Work, kinds: readonly WrittenKind[]): Promise<NameOf> {
  const names = new Map((await work.records.people()).map(({ personId, name }) => [personId, name]))
  for (const { records } of kinds) for (const { versions } of records) for (const { recordedBy } of versions) names.set(recordedBy.personId, recordedBy.name)
  return (personId) => names.get(personId)
}

/** What is written, for programs: each kind with its shape, each record with all its versions. */
export function writtenAsJson(code: string, kinds: readonly WrittenKind[]): unknown {
  return {
    child: code,
    kinds: kinds.map(({ type, records }) => ({
      kind: type.name, schema: schemaOf(type),
      records: records.map(({ newest, versions }) => ({
        id: newest.recordId, partOf: newest.partOf,
        versions: versions.map((one) => ({
          version: one.version, writtenBy: one.recordedBy, writtenAt: one.recordedAt, values: contentOf(type, one.values),
        })),
      })),
    })),
  }
}

/** The columns that stand before a kind's own. */
const csvHead = ['Record', 'Part of', 'Version', 'Written by', 'Written at (UTC)'] as const

/** One kind as a CSV file: a row a version, newest first, in words. */
export function writtenAsCsv({ type, records }: WrittenKind, nameOf: NameOf): AsyncGenerator<string> {
  const labels = shown(type, {}, nameOf).map(({ label }) => label)
  return csvFile([...csvHead, ...labels], records.flatMap(({ versions }) => versions), (one) => [
    one.recordId, one.partOf, one.version, one.recordedBy.name, one.recordedAt, ...shown(type, one.values, nameOf).map(({ words }) => words),
  ])
}
