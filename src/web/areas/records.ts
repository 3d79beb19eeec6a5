/** Everything written about a child: to read, and to take out for somebody who asks for the record about them. */
import { kindsAboutChildren, namesIn, slugOf, writtenAbout, writtenAsCsv, writtenAsJson, type WrittenKind } from '../../app/childRecords.ts'
import { zipOf } from '../../edge/zip.ts'
import { headOf } from '../childHead.ts'
import { isId } from '../ids.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { recordsModel } from '../views/records/view.ts'

/**
 * The kinds asked for by `?kind=own-words`, all when none is named; undefined for one that is not there or not for this
 * reader, and none of which is told from the other.
 */
async function asked({ work, query }: Ask, childId: string): Promise<{ readonly all: readonly WrittenKind[]; readonly kinds: readonly WrittenKind[] } | undefined> {
  const all = await writtenAbout(work, childId)
  const slug = query.get('kind')
  if (slug === null) return { all, kinds: all }
  const kinds = all.filter((one) => one.slug === slug)
  if (kinds.length > 0) return { all, kinds }
  const known = kindsAboutChildren.find((type) => slugOf(type) === slug)
  return known !== undefined && (await work.decide(childId, 'see', known.resource)).kind === 'allow' ? { all, kinds: [] } : undefined
}

/** `GET /children/:childId/records` */
export const records: Handler = async (ask) => {
  const head = await headOf(ask, '/records')
  if (head === undefined) return { kind: 'not found' }
  const mayTake = (await ask.work.decide(head.childId, 'export', 'everything written')).kind === 'allow'
  const found = await asked(ask, head.childId)
  if (found === undefined) return { kind: 'not found' }
  return {
    kind: 'page', view: 'records', room: 'children', title: `Everything written – child ${head.code}`,
    model: recordsModel(head, found, { kind: ask.query.get('kind'), nameOf: await namesIn(ask.work, found.kinds), mayTake }),
  }
}

/** A file of what is asked for; none of what is not there. */
const file = (make: (ask: Ask, code: string, kinds: readonly WrittenKind[]) => Promise<Answer>): Handler => async (ask) => {
  ask.work.allow('export', 'everything written')
  const childId = ask.params['childId'] ?? ''
  const code = isId(childId) ? await ask.work.children.codeOf(childId) : undefined
  const found = code === undefined ? undefined : await asked(ask, childId)
  return code === undefined || found === undefined ? { kind: 'not found' } : make(ask, code, found.kinds)
}

const nameOfFile = (code: string, kinds: readonly WrittenKind[], end: string): string => `child-${code}-${kinds.length === 1 ? kinds[0]?.slug ?? '' : 'everything-written'}.${end}`

/** `GET /children/:childId/records.json`, and what answers a program at the page's address. */
export const recordsJson: Handler = file(async (_ask, code, kinds) => ({
  kind: 'file', name: nameOfFile(code, kinds, 'json'), type: 'application/json; charset=utf-8', content: whole(`${JSON.stringify(writtenAsJson(code, kinds), null, 2)}\n`),
}))

/** `GET /children/:childId/records.csv?kind=own-words` */
export const recordsCsv: Handler = file(async ({ work }, code, kinds) => {
  const [kind, ...more] = kinds
  if (kind === undefined || more.length > 0) return { kind: 'not found' }
  return { kind: 'file', name: nameOfFile(code, kinds, 'csv'), type: 'text/csv; charset=utf-8', content: writtenAsCsv(kind, await namesIn(work, kinds)) }
})

/** `GET /children/:childId/records.zip`: a CSV file a kind. */
export const recordsZip: Handler = file(async ({ work }, code, kinds) => {
  const nameOf = await namesIn(work, kinds)
  const files: (readonly [string, Buffer])[] = []
  for (const kind of kinds) {
    const parts: string[] = []
    for await (const part of writtenAsCsv(kind, nameOf)) parts.push(part)
    files.push([`${kind.slug}.csv`, Buffer.from(parts.join(''), 'utf8')])
  }
  return { kind: 'file', name: nameOfFile(code, kinds, 'zip'), type: 'application/zip', content: zipOf(files) }
})

async function* whole(text: string): AsyncGenerator<string> {
  yield text
}
