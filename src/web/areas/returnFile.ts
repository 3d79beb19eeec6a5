/** Writing the return of a year from what is held. */
import { childrenInReturn, restrictedWords, returnCsv, returnXml, returnYears, xmlCaveatsOf } from '../../app/returnFile.ts'
import { returnZip } from '../../edge/returnZip.ts'
import type { Ask, Handler } from '../route.ts'
import { children, counted } from '../words/counts.ts'
import { yearWords } from '../words/dates.ts'

async function yearAsked({ work, query }: Ask): Promise<{ readonly years: readonly number[]; readonly year: number | undefined }> {
  const years = await returnYears(work)
  const asked = query.get('year')
  return { years, year: asked === null ? years[0] : years.find((year) => String(year) === asked) }
}

/** `GET /returns/file` */
export const returnFile: Handler = async (ask) => {
  const { work, query } = ask
  const { years, year } = await yearAsked(ask)
  if (year === undefined && query.get('year') !== null) return { kind: 'not found' }
  const page = { kind: 'page', view: 'return-file', room: 'returns', title: 'Write the return' } as const
  if (year === undefined) return { ...page, model: { words: null } }
  const content = await childrenInReturn(work, year)
  const mayCheck = work.may('see', 'return checks')
  const findings = !mayCheck ? 0 : (await work.within(['see', 'return checks'], () => work.checks.byRule(year))).reduce((sum, { open }) => sum + open, 0)
  return {
    ...page,
    model: {
      year, words: yearWords(year), children: children(content),
      years: years.map((one) => ({ words: yearWords(one), href: `/returns/file?year=${one}`, current: one === year })),
      restricted: restrictedWords,
      findings: findings === 0 ? null : `${counted(findings, 'finding')} of the Department’s rules ${findings === 1 ? 'is' : 'are'} neither mended nor explained.`,
      caveats: xmlCaveatsOf(year),
    },
  }
}

/** `GET /returns/file.zip` */
export const returnZipFile: Handler = async (ask) => {
  ask.work.allow('export', 'return file')
  const { year } = await yearAsked(ask)
  if (year === undefined) return { kind: 'not found' }
  return { kind: 'file', name: `ssda903-${year}.zip`, type: 'application/zip', content: returnZip(returnCsv(ask.work, year)) }
}

/** `GET /returns/file.xml` */
export const returnXmlFile: Handler = async (ask) => {
  ask.work.allow('export', 'return file')
  const { year } = await yearAsked(ask)
  if (year === undefined) return { kind: 'not found' }
  return { kind: 'file', name: `ssda903-${year}.xml`, type: 'application/xml; charset=utf-8', content: returnXml(ask.work, year) }
}
