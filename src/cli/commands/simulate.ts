import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { collectionYearEnd, formatLong, parseIsoDate, type LocalDate } from '../../core/time/localDate.ts'
import { UsageError } from '../../edge/operator.ts'
import { todayInEngland } from '../../edge/clock.ts'
import { returnsUpTo } from '../../edge/demonstration.ts'
import { simulateBorough } from '../../simulate/borough.ts'
import { authoritiesOf, type Size } from '../../simulate/sizes.ts'
import { writeReturns } from '../../simulate/writeReturn.ts'
import type { Command } from '../command.ts'
import { exitCodes, progressLine, endProgress, say } from '../output.ts'

const sizes = ['borough', 'region', 'england'] as const

function lastDayOf(value: string | boolean | undefined): LocalDate {
  if (typeof value !== 'string') return todayInEngland()
  const date = parseIsoDate(value)
  if (date === undefined) throw new UsageError(`--until takes a day such as 2026-03-31, not ${value}.`)
  return date
}

export const simulate: Command = {
  name: 'simulate',
  summary: 'Write the returns of an invented borough, region or England',
  help: `holdfast simulate FOLDER [--size borough|region|england] [--children 10000] [--seed holdfast] [--until 2026-11-21]
                 [--years 6]

  FOLDER            where to write: FOLDER/NUMBER/YEAR/*.csv, one folder an authority and year, and FOLDER/NUMBER/workers.csv
  --size NAME       one borough (about 313 in care), a region of six, or an England of 151 authorities (about 82,000)
  --children N      one borough with about N children in care, in place of --size
  --seed TEXT       the same seed gives the same children
  --until DATE      the last day: the six whole collection years before it, and an extract of the running year
  --years N         how many whole collection years, 6 when not given

Every child, worker and address is invented; the numbers are in the proportions of published statistics.
Exit codes: 0 done, 2 given wrongly, 3 failed.`,
  options: {
    size: { type: 'string' }, children: { type: 'string' }, seed: { type: 'string' }, until: { type: 'string' }, years: { type: 'string' },
  },
  async run({ values, words }) {
    const [folder] = words
    if (folder === undefined || words.length > 1) throw new UsageError('Say where to write: holdfast simulate FOLDER.')
    const size = sizes.find((one) => one === (values['size'] ?? 'borough'))
    if (size === undefined) throw new UsageError(`--size takes ${sizes.join(', ')}, not ${values['size']}.`)
    const until = lastDayOf(values['until'])
    const years = wholeNumber('--years', values['years'] ?? '6')
    const wanted = returnsUpTo(until, years)
    const seed = typeof values['seed'] === 'string' ? values['seed'] : 'holdfast'
    const show = progressLine()
    for (const { authority, inCare } of authoritiesAsked(size, values['children'])) {
      show(`Making ${authority.name}`, 0, null)
      const borough = simulateBorough({ seed, authority, inCare, firstYear: wanted[0]?.year ?? 0, lastDay: until })
      const own = join(folder, authority.code)
      mkdirSync(own, { recursive: true })
      const written = writeReturns(borough, wanted, own)
      endProgress()
      for (const one of written) {
        const extract = one.asAt === collectionYearEnd(one.year) ? '' : `, as at ${formatLong(one.asAt)}`
        say(`${one.folder}: ${authority.name}, ${one.year}${extract}: ${one.children.toLocaleString('en-GB')} children, ${one.rows.toLocaleString('en-GB')} rows`)
      }
    }
    return exitCodes.done
  },
}

function wholeNumber(option: string, value: string | boolean): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`${option} takes a whole number above 0, not ${value}.`)
  return number
}

function authoritiesAsked(size: Size, children: string | boolean | undefined): ReturnType<typeof authoritiesOf> {
  if (children === undefined) return authoritiesOf(size)
  const inCare = wholeNumber('--children', children)
  return authoritiesOf('borough').map((one) => ({ ...one, inCare }))
}
