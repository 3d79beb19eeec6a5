/**
 * The simulated files against the return's published rules, each restated here from its message (format notes,
 * section 3, and the rule lists of 2024 to 2027) and never from the simulator.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDays, ageOn, birthday, isoDate, type LocalDate } from '../core/time/localDate.ts'
import { day, readBack, type ReadReturn, type Row } from './testReturns.ts'

const returns = readBack({ seed: 'validity', inCare: 1000, years: [2021, 2022, 2023, 2024, 2025, 2026], extract: isoDate('2026-11-21') })

const at = (cell: string | undefined): LocalDate => {
  const date = day(cell)
  if (date === undefined) throw new Error('a date is missing')
  return date
}
const temporary = (row: Row): boolean => /^T\d$/.test(row['PLACE'] ?? '')
const shortBreak = (row: Row): boolean => row['LS'] === 'V3' || row['LS'] === 'V4'
const where = (row: Row): string => ['PLACE', 'PLACE_PROVIDER', 'PL_POST', 'URN'].map((column) => row[column]).join(' ')
const born = (file: ReadReturn, child: string | undefined): LocalDate => at(file.of('header', child ?? '')[0]?.['DOB'])
const inCare = (file: ReadReturn, child: string): boolean => file.of('episodes', child).some((row) => !shortBreak(row))

type Rule = readonly [code: string, broken: (file: ReadReturn) => readonly string[]]

/** Breaks of a rule about one row of a table. */
const each = (table: string, broken: (row: Row, file: ReadReturn) => boolean) => (file: ReadReturn): readonly string[] =>
  file.rows(table).filter((row) => broken(row, file)).map((row) => JSON.stringify(row))

/** Breaks of a rule about an episode and the child's next in the same file. */
const pairs = (broken: (row: Row, next: Row, file: ReadReturn) => boolean) => (file: ReadReturn): readonly string[] =>
  file.rows('header').flatMap(({ CHILD = '' }) => {
    const rows = file.of('episodes', CHILD)
    return rows.slice(1).flatMap((next, i) => {
      const row = rows[i]
      return row !== undefined && broken(row, next, file) ? [`${JSON.stringify(row)} ${JSON.stringify(next)}`] : []
    })
  })

/** Breaks of a rule about a child. */
const children = (broken: (child: string, file: ReadReturn) => boolean) => (file: ReadReturn): readonly string[] =>
  file.rows('header').flatMap(({ CHILD = '' }) => (broken(CHILD, file) ? [CHILD] : []))

const starts = (row: Row): LocalDate => at(row['DECOM'])
const ends = (row: Row): LocalDate | undefined => day(row['DEC'])
const lasts = (row: Row, file: ReadReturn): number => (ends(row) ?? file.end) - starts(row)

const chain: readonly Rule[] = [
  ['142: an open episode followed by another', pairs((row) => row['DEC'] === '' || row['REC'] === '')],
  ['148: DEC and REC both or neither', each('episodes', (row) => (row['DEC'] === '') !== (row['REC'] === ''))],
  ['225: reason for place change required', pairs((row, next) =>
    row['REC'] === 'X1' && /^[PTBU]$/.test(next['RNE'] ?? '') && !temporary(row) && !temporary(next) && row['REASON_PLACE_CHANGE'] === '')],
  ['226: no reason for temporary moves', pairs((row, next) => (temporary(row) || temporary(next)) && row['REASON_PLACE_CHANGE'] !== '')],
  ['226: no reason when the placement does not change', pairs((row, next) => /^[SL]$/.test(next['RNE'] ?? '') && row['REASON_PLACE_CHANGE'] !== '')],
  ['233: no reason on an open episode', each('episodes', (row) => row['DEC'] === '' && row['REASON_PLACE_CHANGE'] !== '')],
  ['355: at least a day', each('episodes', (row) => (ends(row) ?? addDays(starts(row), 1)) <= starts(row))],
  ['385: ends inside the year', each('episodes', (row, file) => (ends(row) ?? file.end) > file.end)],
  ['in force: nothing that ended before the year or begins after it', each('episodes', (row, file) =>
    (ends(row) ?? file.start) < file.start || starts(row) > file.end)],
  ['388: X1 has a continuation', children((child, file) => file.of('episodes', child).at(-1)?.['REC'] === 'X1')],
  ['388 and 433: a continuation begins on the day the last ended', pairs((row, next) =>
    row['REC'] === 'X1' && (next['RNE'] === 'S' || row['DEC'] !== next['DECOM']))],
  ['431 and 432: a new period starts with S, on a later day', pairs((row, next) =>
    row['REC'] !== 'X1' && (next['RNE'] !== 'S' || starts(next) <= (ends(row) ?? starts(next))))],
  ['434: L changes the legal status only', pairs((row, next) =>
    next['RNE'] === 'L' && (row['LS'] === next['LS'] || where(row) !== where(next)))],
  ['435: P and T change the placement only', pairs((row, next) =>
    /^[PT]$/.test(next['RNE'] ?? '') && (row['LS'] !== next['LS'] || where(row) === where(next)))],
  ['436: B and U change both', pairs((row, next) =>
    /^[BU]$/.test(next['RNE'] ?? '') && (row['LS'] === next['LS'] || where(row) === where(next)))],
  ['same carer: T and U keep the postcode', pairs((row, next) => /^[TU]$/.test(next['RNE'] ?? '') && row['PL_POST'] !== next['PL_POST'])],
  ['437: nothing follows death', pairs((row) => row['REC'] === 'E2')],
  ['501: no overlap', pairs((row, next) => (ends(row) ?? file2999) > starts(next))],
  ['504: one category of need in a period', pairs((row, next) => next['RNE'] !== 'S' && row['CIN'] !== next['CIN'])],
  ['380: no period starts away', each('episodes', (row) => row['RNE'] === 'S' && temporary(row))],
  ['381: no period ends away', each('episodes', (row) => temporary(row) && row['REC'] !== '' && row['REC'] !== 'X1')],
  ['383: back to the same home after being away', (file) => file.rows('header').flatMap(({ CHILD = '' }) => {
    const rows = file.of('episodes', CHILD)
    return rows.flatMap((row, i) => {
      const [before, after] = [rows[i - 1], rows[i + 1]]
      if (!temporary(row) || before === undefined || after === undefined) return []
      return after['RNE'] === 'P' && where(after) === where(before) ? [] : [JSON.stringify([before, row, after])]
    })
  })],
]
const file2999 = isoDate('2999-01-01')

const legal: readonly Rule[] = [
  ['302 and 353: after birth and after 14 October 1991', each('episodes', (row, file) =>
    starts(row) < born(file, row['CHILD']) || starts(row) < isoDate('1991-10-14'))],
  ['352: nobody starts at 18', each('episodes', (row, file) => row['RNE'] === 'S' && ageOn(born(file, row['CHILD']), starts(row)) >= 18)],
  ['359: nobody stays past the 18th birthday', each('episodes', (row, file) => (ends(row) ?? file.end) > birthday(born(file, row['CHILD']), 18))],
  ['358: youth justice from 10', each('episodes', (row, file) => row['LS']?.startsWith('J') === true && ageOn(born(file, row['CHILD']), starts(row)) < 10)],
  ['361: police protection 72 hours', each('episodes', (row, file) => row['LS'] === 'L1' && lasts(row, file) > 3)],
  ['362: emergency protection 21 days', each('episodes', (row, file) => row['LS'] === 'L2' && lasts(row, file) > 21)],
  ['365: a short break 17 days', each('episodes', (row, file) => row['LS'] === 'V3' && lasts(row, file) > 17)],
  ['367: short breaks 75 days a year', children((child, file) =>
    file.of('episodes', child).filter((row) => row['LS'] === 'V3').reduce((sum, row) => sum + lasts(row, file), 0) > 75)],
  ['426: V3 or V4, not both', children((child, file) => new Set(file.of('episodes', child).filter(shortBreak).map((row) => row['LS'])).size > 1)],
  ['375, 376, 379: time away', each('episodes', (row, file) =>
    lasts(row, file) > ({ T1: 42, T3: 21, T4: 7 }[row['PLACE'] ?? ''] ?? 99999))],
  ['377: carers go on holiday twice a year', children((child, file) => file.of('episodes', child).filter(({ PLACE }) => PLACE === 'T3').length > 2)],
  ['378: no section 20 with parents', each('episodes', (row) => row['PLACE'] === 'P1' && row['LS'] === 'V2')],
  ['386 and 407: no adoption or guardianship at 18', each('episodes', (row, file) =>
    /^E(1[12]|4[1-8])$/.test(row['REC'] ?? '') && ageOn(born(file, row['CHILD']), at(row['DEC'])) >= 18)],
  ['387: independence from 14', each('episodes', (row, file) => /^E[56]$/.test(row['REC'] ?? '') && ageOn(born(file, row['CHILD']), at(row['DEC'])) < 14)],
  ['389: adult care from 16', each('episodes', (row, file) => row['REC'] === 'E7' && ageOn(born(file, row['CHILD']), at(row['DEC'])) < 16)],
  ['460: staying put at 18', each('episodes', (row, file) => row['REC'] === 'E17' && ageOn(born(file, row['CHILD']), at(row['DEC'])) < 18)],
  ['408: placed under an order means an order', each('episodes', (row) => /^A[56]$/.test(row['PLACE'] ?? '') && row['LS'] !== 'E1')],
  ['516: guardianship to foster carers from a foster home', each('episodes', (row) => /^E4[56]$/.test(row['REC'] ?? '') && !/^U[1-6]$/.test(row['PLACE'] ?? ''))],
]

const placement: readonly Rule[] = [
  ['217: with the same carer means S, T or U', each('episodes', (row) => /^A[35]$/.test(row['PLACE'] ?? '') && !/^[STUL]$/.test(row['RNE'] ?? ''))],
  ['336: adoption by foster carers follows fostering', pairs((row, next) => /^A[35]$/.test(next['PLACE'] ?? '') && !/^(U[1-6]|A[3-6])$/.test(row['PLACE'] ?? ''))],
  ['390: adopted after being placed', each('episodes', (row) => /^E1[12]$/.test(row['REC'] ?? '') && !/^A[3-6]$/.test(row['PLACE'] ?? ''))],
  ['371: supported accommodation from 16', each('episodes', (row, file) => /^(K3|H5)$/.test(row['PLACE'] ?? '') && ageOn(born(file, row['CHILD']), starts(row)) < 16)],
  ['372: custody from 10', each('episodes', (row, file) => row['PLACE'] === 'R5' && ageOn(born(file, row['CHILD']), starts(row)) < 10)],
  ['373: school from 4', each('episodes', (row, file) => row['PLACE'] === 'S1' && ageOn(born(file, row['CHILD']), starts(row)) < 4)],
  ['526 and 213: a provider unless away or unregistered', each('episodes', (row) =>
    /^(T\d|Z1\d?)$/.test(row['PLACE'] ?? '') !== (row['PLACE_PROVIDER'] === ''))],
  ['550: PR0 with P1 alone, and P1 with PR0 alone (527 to 531)', each('episodes', (row) => (row['PLACE'] === 'P1') !== (row['PLACE_PROVIDER'] === 'PR0'))],
  ['527 and 528: no authority runs R2 or R5', each('episodes', (row) => /^R[25]$/.test(row['PLACE'] ?? '') && /^PR[12]$/.test(row['PLACE_PROVIDER'] ?? ''))],
  ['529: no other public body fosters', each('episodes', (row) => row['PLACE_PROVIDER'] === 'PR3' && /^(P1|A[3-6]|K[12]|U[1-6])$/.test(row['PLACE'] ?? ''))],
  ['218: Ofsted number required', each('episodes', (row, file) => !shortBreak(row) && (/^(U\d|A\d|K[12]|R3|S1)$/.test(row['PLACE'] ?? '')
    || row['PLACE'] === 'K3' || (row['PLACE'] === 'H5' && file.year === 2024 && (ends(row) ?? file.end) > isoDate('2023-10-28'))) && row['URN'] === '')],
  ['222: Ofsted number not wanted', each('episodes', (row, file) => (/^(P1|R[25]|T\d|Z1\d?)$/.test(row['PLACE'] ?? '') || (row['PLACE'] === 'H5' && file.year < 2024)) && row['URN'] !== '')],
  ['1008: a well-formed Ofsted number', each('episodes', (row) => row['URN'] !== '' && !/^(SC\d{6}|\d{7}|XXXXXXX)$/.test(row['URN'] ?? ''))],
  ['242: XXXXXXX with adoption and fostering alone', each('episodes', (row) => row['URN'] === 'XXXXXXX' && !/^(A[3-6]|U[1-6])$/.test(row['PLACE'] ?? ''))],
  ['169: a placement postcode unless short breaks', each('episodes', (row) => shortBreak(row) !== (row['PL_POST'] === ''))],
  ['392b and 406: a home postcode unless short breaks or unaccompanied', each('episodes', (row, file) => {
    const blank = row['HOME_POST'] === ''
    if (shortBreak(row) || file.of('uasc', row['CHILD'] ?? '').length > 0) return !blank
    // A young person whose unaccompanied status ended in an earlier year has none either: N8 from abroad.
    return blank && row['CIN'] !== 'N8'
  })],
  ['392c: postcodes well formed, none of Northern Ireland', each('episodes', (row) => [row['HOME_POST'], row['PL_POST']].some((cell) =>
    cell !== '' && (!/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/.test(cell ?? '') || (cell ?? '').startsWith('BT'))))],
  ['392d: the home postcode only with parents', each('episodes', (row) => row['HOME_POST'] !== '' && row['HOME_POST'] === row['PL_POST'] && row['PLACE'] !== 'P1')],
  ['214: short breaks hold no place', each('episodes', (row) => shortBreak(row) && (row['PL_POST'] !== '' || row['URN'] !== ''))],
]

const people: readonly Rule[] = [
  ['INT32: one header a child', (file) => (new Set(file.rows('header').map(({ CHILD }) => CHILD)).size === file.rows('header').length ? [] : ['twice'])],
  ['INT03 to INT09: everybody has a header', (file) => ['episodes', 'reviews', 'oc2', 'oc3', 'ad1', 'placed_for_adoption', 'missing', 'sw_episodes', 'uasc', 'previous_permanence', 'dolo']
    .flatMap((table) => file.rows(table).filter(({ CHILD = '' }) => file.of('header', CHILD).length !== 1).map((row) => JSON.stringify(row)))],
  ['INT11 to INT21: the same birth date and sex everywhere', (file) => ['reviews', 'oc2', 'oc3', 'ad1', 'placed_for_adoption', 'missing', 'sw_episodes', 'uasc', 'previous_permanence', 'dolo']
    .flatMap((table) => file.rows(table).filter((row) => {
      const header = file.of('header', row['CHILD'] ?? '')[0]
      return row['DOB'] !== header?.['DOB'] || (table === 'uasc' && row['SEX'] !== header?.['SEX'])
    }).map((row) => JSON.stringify(row)))],
  ['EPI: everybody has an episode or is a care leaver', children((child, file) => file.of('episodes', child).length + file.of('oc3', child).length === 0)],
  ['444: no pupil number twice', (file) => {
    const numbers = file.rows('header').map(({ UPN = '' }) => UPN).filter((upn) => !upn.startsWith('UN'))
    return new Set(numbers).size === numbers.length ? [] : ['twice']
  }],
  ['168: a well-formed pupil number', each('header', (row) => !/^([A-HJ-NP-RT-Z]\d{12}|UN[1-5])$/.test(row['UPN'] ?? ''))],
  ['209: UN1 only before school age', each('header', (row, file) => row['UPN'] === 'UN1' && ageOn(at(row['DOB']), isoDate(`${file.year}-03-31`)) >= 5)],
  ['393, 399, 628: motherhood of girls in care, and of nobody else', each('header', (row, file) =>
    (/^[2F]$/.test(row['SEX'] ?? '') && inCare(file, row['CHILD'] ?? '')) !== (row['MOTHER'] !== ''))],
  ['611, 612, 621, 625: the first child', each('header', (row, file) => (row['MOTHER'] === '1') !== (row['MC_DOB'] !== '')
    || (row['MC_DOB'] !== '' && (ageOn(at(row['DOB']), at(row['MC_DOB'])) < 11 || at(row['MC_DOB']) > file.end)))],
  ['304: status ceased by 18', each('uasc', (row) => row['DUC'] !== '' && at(row['DUC']) > birthday(at(row['DOB']), 18))],
  ['205: a status that ceased is not told again', each('uasc', (row, file) => row['DUC'] !== '' && (at(row['DUC']) < file.start || at(row['DUC']) > file.end))],
  ['1014: unaccompanied only in care', each('uasc', (row, file) => !inCare(file, row['CHILD'] ?? ''))],
  ['630: previous permanence of everybody who starts', children((child, file) =>
    file.of('episodes', child).some((row) => row['RNE'] === 'S' && starts(row) >= file.start) && file.of('previous_permanence', child).length !== 1)],
  ['634: only of those who start from April 2016', each('previous_permanence', (row, file) =>
    file.of('episodes', row['CHILD'] ?? '').every((one) => starts(one) < isoDate('2016-04-01')))],
  ['635: nothing more of no arrangement', each('previous_permanence', (row) => (row['PREV_PERM'] === 'Z1') !== (row['LA_PERM'] === '' && row['DATE_PERM'] === ''))],
  ['440 and 441: participation by age', each('reviews', (row) => (row['REVIEW_CODE'] === 'PN0') !== (ageOn(at(row['DOB']), at(row['REVIEW'])) < 4))],
  ['reviews are held in the year, in care', each('reviews', (row, file) => at(row['REVIEW']) < file.start || at(row['REVIEW']) > file.end
    || !file.of('episodes', row['CHILD'] ?? '').some((one) => starts(one) <= at(row['REVIEW']) && (ends(one) ?? file2999) >= at(row['REVIEW']) && !shortBreak(one)))],
]

const adopted = (file: ReadReturn, child: string): Row | undefined => file.of('episodes', child).find((row) => /^E1[12]$/.test(row['REC'] ?? ''))

const adoption: readonly Rule[] = [
  ['601 and 602: adopted, with the adoption told', children((child, file) => (adopted(file, child) !== undefined) !== (file.of('ad1', child).length === 1))],
  ['151: all of it or nothing', each('ad1', (row) => Object.values(row).includes(''))],
  ['523: one date of decision', each('ad1', (row, file) => !file.of('placed_for_adoption', row['CHILD'] ?? '').some((one) => one['DATE_PLACED'] === row['DATE_INT'] && one['DATE_PLACED_CEASED'] === ''))],
  ['333, 331, 521, 582: decided, matched, placed, adopted', each('ad1', (row, file) => {
    const rows = file.of('episodes', row['CHILD'] ?? '')
    const last = rows.findLast(({ PLACE = '' }) => PLACE.startsWith('A'))
    return !(at(row['DATE_INT']) <= at(row['DATE_MATCH']) && last !== undefined && at(row['DATE_MATCH']) <= starts(last) && at(row['DATE_MATCH']) < at(rows.at(-1)?.['DEC']))
  })],
  ['335: adopted by foster carers', each('ad1', (row, file) => (row['FOSTER_CARE'] === '1') !== /^A[35]$/.test(adopted(file, row['CHILD'] ?? '')?.['PLACE'] ?? ''))],
  ['511: as many adopters as sexes', each('ad1', (row) => (row['NB_ADOPTR'] === '2') !== /^(MM|FF|MF)$/.test(row['SEX_ADOPTR'] ?? ''))],
  ['514 and 517 to 524: sexes and legal status', each('ad1', (row) => {
    const allowed: Readonly<Record<string, RegExp>> = { L0: /^[MF]1$/, L11: /^MF$/, L12: /^(MM|FF)$/, L2: /^(MM|FF|MF)$/, L3: /^MF$/, L4: /^(MM|FF)$/ }
    return allowed[row['LS_ADOPTR'] ?? '']?.test(row['SEX_ADOPTR'] ?? '') !== true
  })],
  ['551 and 552: placed after the decision', each('episodes', (row, file) => /^A[3-6]$/.test(row['PLACE'] ?? '')
    && !file.of('placed_for_adoption', row['CHILD'] ?? '').some((one) => at(one['DATE_PLACED']) <= starts(row)))],
  ['553 and 554: an order after the decision', each('episodes', (row, file) => row['LS'] === 'E1'
    && !file.of('placed_for_adoption', row['CHILD'] ?? '').some((one) => at(one['DATE_PLACED']) <= starts(row)))],
  ['119 and 522: reversed with a reason, after it was made', each('placed_for_adoption', (row) =>
    (row['DATE_PLACED_CEASED'] === '') !== (row['REASON_PLACED_CEASED'] === '')
    || (row['DATE_PLACED_CEASED'] !== '' && at(row['DATE_PLACED_CEASED']) < at(row['DATE_PLACED'])))],
  ['117, 118: reversed in the year', each('placed_for_adoption', (row, file) => row['DATE_PLACED_CEASED'] !== ''
    && (at(row['DATE_PLACED_CEASED']) < file.start || at(row['DATE_PLACED_CEASED']) > file.end))],
  ['557: left unadopted only after a reversal', children((child, file) => {
    const last = file.of('episodes', child).at(-1)
    const open = file.of('placed_for_adoption', child).some((row) => row['DATE_PLACED_CEASED'] === '')
    return open && last?.['REC'] !== '' && !/^E1[12]$/.test(last?.['REC'] ?? '')
  })],
  ['579: one decision at a time', children((child, file) => {
    const rows = file.of('placed_for_adoption', child)
    return rows.slice(1).some((row, i) => (day(rows[i]?.['DATE_PLACED_CEASED']) ?? file2999) > at(row['DATE_PLACED']))
  })],
  ['1003: not before the child came into care', each('placed_for_adoption', (row, file) => {
    const begins = file.of('episodes', row['CHILD'] ?? '').findLast(({ RNE }) => RNE === 'S')
    return begins !== undefined && at(row['DATE_PLACED']) < starts(begins)
  })],
]

/** As the sector's tool decides it: no short break in the year, no start in it, no end before it is out. */
const twelveMonths = (child: string, file: ReadReturn): boolean => {
  const rows = file.of('episodes', child)
  return rows.length > 0 && !rows.some((row) => shortBreak(row) || (row['RNE'] === 'S' && starts(row) > file.start)
    || (row['REC'] !== '' && row['REC'] !== 'X1' && at(row['DEC']) < file.end))
}
const whole = (file: ReadReturn): boolean => file.year <= 2026
const ages = (row: Row, file: ReadReturn): { readonly first: number; readonly last: number } =>
  ({ first: ageOn(at(row['DOB']), file.start), last: ageOn(at(row['DOB']), isoDate(`${file.year}-03-31`)) })

const outcomes: readonly Rule[] = [
  ['185, 190, 191: the 12-months cohort, told once', children((child, file) => (whole(file) && twelveMonths(child, file) ? 1 : 0) !== file.of('oc2', child).length)],
  ['182: health always told', each('oc2', (row) => ['IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE'].some((column) => !/^[01]$/.test(row[column] ?? '')))],
  ['542 and 543: convictions from 10', each('oc2', (row, file) => (row['CONVICTED'] !== '') !== (ages(row, file).last >= 10))],
  ['545 and 546: development under 5', each('oc2', (row, file) => (row['HEALTH_CHECK'] !== '') !== (ages(row, file).last < 5))],
  ['186, 188, 189, 197: a score or a reason, by age', each('oc2', (row, file) => {
    const { first, last } = ages(row, file)
    const told = (row['SDQ_SCORE'] === '' ? 0 : 1) + (row['SDQ_REASON'] === '' ? 0 : 1)
    return told !== (last >= 4 && first < 17 ? 1 : 0) || row['SDQ_REASON'] === 'SDQ1'
  })],
  ['180: a score of 0 to 40', each('oc2', (row) => row['SDQ_SCORE'] !== '' && !(Number(row['SDQ_SCORE']) >= 0 && Number(row['SDQ_SCORE']) <= 40))],
  ['158, 159, 192, 193: help with substance misuse', each('oc2', (row) =>
    (row['SUBSTANCE_MISUSE'] === '1') !== (row['INTERVENTION_RECEIVED'] !== '') || (row['INTERVENTION_RECEIVED'] === '0') !== (row['INTERVENTION_OFFERED'] !== ''))],
  ['187 and 215: not both a 12-months child and a leaver', each('oc3', (row, file) => file.of('oc2', row['CHILD'] ?? '').length > 0)],
  ['153: all coded', each('oc3', (row) => row['IN_TOUCH'] === '' || row['ACTIV'] === '' || row['ACCOM'] === '')],
  ['344 and 345: known of those in touch, and of nobody else', each('oc3', (row) => (row['IN_TOUCH'] === 'YES') !== (row['ACTIV'] !== '0') || (row['ACTIV'] === '0') !== (row['ACCOM'] === '0'))],
  ['391: 17 to 21, once the birthday has come', each('oc3', (row, file) =>
    ![17, 18, 19, 20, 21].some((age) => birthday(at(row['DOB']), age) >= file.start && birthday(at(row['DOB']), age) <= file.end))],
  ['1007 and 1016: nobody who was in care on a 17th or 18th birthday', each('oc3', (row, file) => [17, 18].some((age) => {
    const on = birthday(at(row['DOB']), age)
    return on >= file.start && on <= file.end && file.of('episodes', row['CHILD'] ?? '').some((one) => starts(one) <= on && (ends(one) ?? file2999) >= on)
  }))],
  ['3001 and 347: no former foster carers at 17, no foyer under 18', each('oc3', (row, file) => {
    const seventeen = birthday(at(row['DOB']), 17)
    return seventeen >= file.start && seventeen <= file.end && /^[ZT]/.test(row['ACCOM'] ?? '')
  })],
  ['1012: nothing else of a leaver without episodes', children((child, file) => file.of('episodes', child).length === 0
    && ['reviews', 'oc2', 'ad1', 'placed_for_adoption', 'missing', 'sw_episodes', 'uasc', 'previous_permanence'].some((table) => file.of(table, child).length > 0))],
]

const others: readonly Rule[] = [
  ['567, 570, 571: missing inside the year', each('missing', (row, file) => at(row['MIS_START']) > file.end
    || (row['MIS_END'] !== '' && (at(row['MIS_END']) < at(row['MIS_START']) || at(row['MIS_END']) < file.start || at(row['MIS_END']) > file.end)))],
  ['574: one absence at a time', children((child, file) => {
    const rows = file.of('missing', child)
    return rows.slice(1).some((row, i) => rows[i]?.['MIS_END'] === '' || at(rows[i]?.['MIS_END']) >= at(row['MIS_START']))
  })],
  ['575, 577, 578, 581: missing from one placement, and back before it ends', each('missing', (row, file) =>
    !file.of('episodes', row['CHILD'] ?? '').some((one) => starts(one) <= at(row['MIS_START']) && (one['DEC'] === '' || (row['MIS_END'] !== '' && at(row['MIS_END']) <= at(one['DEC']))))
    // The placement may be one that ended before this year's episodes.
    && at(row['MIS_START']) >= file.start)],
  ['580: leaving while missing is E8', each('missing', (row, file) => file.of('episodes', row['CHILD'] ?? '').some((one) =>
    one['REC'] !== 'X1' && one['DEC'] !== '' && one['DEC'] === row['MIS_END'] && one['REC'] !== 'E8'))],
  ['SW02: a social worker number', each('sw_episodes', (row) => !/^(SW|XX)[A-Z0-9]{2,}$/.test(row['SW_ID'] ?? ''))],
  ['SW13: a reason', each('sw_episodes', (row) => !/^(MANAGE|FCONTA|LEFTRL|ORGRST|TSPROC|ABSENC|CHCHAN|PCCHAN|SWDIED|OTHERS)$/.test(row['SW_REASON'] ?? ''))],
  ['SW06, SW07, SW09: in force in the year, a day at least', each('sw_episodes', (row, file) => at(row['SW_DECOM']) > file.end
    || (row['SW_DEC'] !== '' && (at(row['SW_DEC']) <= at(row['SW_DECOM']) || at(row['SW_DEC']) < file.start || at(row['SW_DEC']) > file.end)))],
  ['SW08 and SW10: one follows another within a week, or contact is new', children((child, file) => {
    const rows = file.of('sw_episodes', child)
    return rows.slice(1).some((row, i) => {
      const ended = day(rows[i]?.['SW_DEC'])
      return ended === undefined || at(row['SW_DECOM']) < ended || (at(row['SW_DECOM']) > addDays(ended, 7) && row['SW_REASON'] !== 'FCONTA')
    })
  })],
  ['SW01 and SW17: everybody in care at the end has an open one', children((child, file) => file.year >= 2024
    && file.of('episodes', child).some((row) => !shortBreak(row) && row['DEC'] === '')
    && file.of('sw_episodes', child).at(-1)?.['SW_DEC'] !== '')],
  ['no social workers before 2024', (file) => (file.year < 2024 && file.rows('sw_episodes').length > 0 ? ['there are'] : [])],
  ['702 to 705, 707, 709: deprivation of liberty inside a children’s home', each('dolo', (row, file) => at(row['DOLO_START']) > file.end
    || !file.of('episodes', row['CHILD'] ?? '').some((one) => one['PLACE'] === 'K2' && starts(one) <= at(row['DOLO_START'])))],
]

interface CodeSets {
  readonly sets: Readonly<Record<string, { readonly codes: readonly { readonly code: string; readonly from: number | null; readonly to: number | null }[] }>>
}

const groups = { chain, legal, placement, people, adoption, outcomes, others }

for (const [name, rules] of Object.entries(groups)) {
  describe(`every simulated return keeps the rules of ${name}`, () => {
    test.each(rules)('%s', (_, broken) => {
      for (const file of returns) expect(broken(file).slice(0, 3), String(file.year)).toEqual([])
    })
  })
}

test('there is enough to judge by', () => {
  const total = (table: string): number => returns.reduce((sum, file) => sum + file.rows(table).length, 0)
  expect(new Set(returns.flatMap((file) => file.rows('header').map(({ CHILD }) => CHILD))).size).toBeGreaterThan(3500)
  expect(total('episodes')).toBeGreaterThan(15000)
  for (const table of ['uasc', 'reviews', 'oc2', 'oc3', 'ad1', 'placed_for_adoption', 'previous_permanence', 'missing', 'sw_episodes']) {
    expect(total(table), table).toBeGreaterThan(100)
  }
  const places = new Set(returns.flatMap((file) => file.rows('episodes').map(({ PLACE = '' }) => PLACE)))
  for (const place of ['A4', 'A5', 'A6', 'H5', 'K1', 'K2', 'K3', 'P1', 'R3', 'R5', 'S1', 'T1', 'T3', 'T4', 'U1', 'U3', 'U4', 'U5', 'U6', 'Z1', 'Z11']) {
    expect(places, place).toContain(place)
  }
})

test('every code stands in the code set of its year', () => {
  const path = resolve(import.meta.dirname, '../../rules/code-sets.json')
  const { sets } = JSON.parse(readFileSync(path, 'utf8')) as CodeSets
  const columns: Readonly<Record<string, readonly string[]>> = {
    header: ['SEX', 'ETHNIC', 'MOTHER'],
    episodes: ['RNE', 'LS', 'CIN', 'PLACE', 'PLACE_PROVIDER', 'REC', 'REASON_PLACE_CHANGE'],
    uasc: ['SEX'],
    reviews: ['REVIEW_CODE'],
    oc2: ['SDQ_REASON'],
    oc3: ['IN_TOUCH', 'ACTIV', 'ACCOM'],
    ad1: ['FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
    placed_for_adoption: ['REASON_PLACED_CEASED'],
    previous_permanence: ['PREV_PERM'],
    missing: ['MISSING'],
    sw_episodes: ['SW_REASON'],
  }
  for (const file of returns) {
    for (const [table, names] of Object.entries(columns)) {
      for (const name of names) {
        const codes = sets[name]?.codes.filter(({ from, to }) => (from ?? 0) <= file.year && (to ?? 9999) >= file.year).map(({ code }) => code)
        const strange = new Set(file.rows(table).map((row) => row[name] ?? '').filter((code) => code !== '' && codes?.includes(code) !== true))
        expect([...strange], `${name} in ${file.year}`).toEqual([])
      }
    }
  }
})
