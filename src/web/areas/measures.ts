/** The measures. */
import { mayKnowSmall, measures, type MeasureTold } from '../../app/measures.ts'
import { withheldMark } from '../../core/figures/small.ts'
import { daysOf, figuresDayAsked } from '../asAt.ts'
import { csvFile } from '../csv.ts'
import type { Ask, Handler } from '../route.ts'
import { childrenShown, measureModel } from '../views/measure/view.ts'
import { measuresModel } from '../views/measures/view.ts'
import { formatIso } from '../words/dates.ts'

/** `GET /measures` */
export const measureList: Handler = async ({ work, query }) => {
  const days = await daysOf(work)
  const asked = figuresDayAsked(work, query, days)
  return {
    kind: 'page', view: 'measures', room: 'measures', title: 'Measures',
    model: measuresModel(await measures(work, asked.day, null), asked, days, work.may('export', 'figures')),
  }
}

/** `GET /measures.csv` */
export const measuresFile: Handler = async ({ work, query }) => {
  const { day } = figuresDayAsked(work, query, await daysOf(work))
  work.allow('export', 'figures')
  const answers = await measures(work, day, null)
  return {
    kind: 'file', name: `measures-${formatIso(day)}.csv`, type: 'text/csv; charset=utf-8',
    content: csvFile(
      ['Measure', 'Title', 'As at', 'From', 'To', 'Numerator', 'Denominator', 'Value', 'Unit', 'Left out', 'Definition', 'Version'],
      answers,
      (one) => [
        one.id, one.title, formatIso(one.asAt), one.window.from === null ? null : formatIso(one.window.from), formatIso(one.window.to),
        ...one.kind === 'told' ? [one.numerator, one.denominator, one.value] : [withheldMark, withheldMark, withheldMark], one.unit,
        one.kind === 'told' ? one.leftOut.reduce((sum, { count }) => sum + count, 0) : withheldMark, one.definition, one.version,
      ],
    ),
  }
}

/** `GET /measures/:measureId` */
export const measure: Handler = async (ask) => {
  const { work, query } = ask
  const days = await daysOf(work)
  const asked = figuresDayAsked(work, query, days)
  const one = await answerOf(ask)
  if (one === undefined) return { kind: 'not found' }
  const text = query.get('page') ?? '1'
  const last = Math.max(1, Math.ceil(one.children.length / childrenShown))
  const page = /^[1-9]\d{0,4}$/.test(text) ? Math.min(Number(text), last) : 1
  return {
    kind: 'page', view: 'measure', room: 'measures', title: one.title,
    model: measureModel(one, { asked, days, page, tellsLeftOut: mayKnowSmall(work), maySeeChildren: work.may('see', 'measure children'), mayExport: work.may('export', 'measure children') }),
  }
}

/** `GET /measures/:measureId/children.csv` */
export const measureChildrenFile: Handler = async (ask) => {
  ask.work.allow('export', 'measure children')
  const one = await answerOf(ask)
  if (one === undefined) return { kind: 'not found' }
  return {
    kind: 'file', name: `${one.id}-${formatIso(one.asAt)}.csv`, type: 'text/csv; charset=utf-8',
    content: csvFile(['Child', 'Counts', 'Own figure'], one.children, (child) => [child.code, child.counts, child.value]),
  }
}

async function answerOf({ work, query, params }: Ask): Promise<MeasureTold | undefined> {
  const id = params['measureId'] ?? ''
  if (!/^[\w-]{1,80}$/.test(id)) return undefined
  const answers = await measures(work, figuresDayAsked(work, query, await daysOf(work)).day, [id])
  return answers.find((one) => one.id === id)
}
