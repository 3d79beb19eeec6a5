import { expect, test } from 'vitest'
import { factNames } from '../../../core/facts/factTypes.ts'
import { isoDate } from '../../../core/time/localDate.ts'
import { reading } from '../read/reading.ts'
import { csvHeader, csvLine } from './csv.ts'

const born = isoDate('2001-02-28')

test('headers are those of the format notes, section 2', () => {
  expect(factNames.map(csvHeader)).toEqual([
    'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n',
    'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n',
    'CHILD,SEX,DOB,DUC\n',
    'CHILD,DOB,REVIEW,REVIEW_CODE\n',
    'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\n',
    'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n',
    'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n',
    'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n',
    'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n',
    'CHILD,DOB,MISSING,MIS_START,MIS_END\n',
    'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n',
    'CHILD,DOB,DOLO_START,DOLO_END\n',
  ])
})

test.each([[2024, '2'], [2025, 'F']])('sex in %i is %s', (year, sex) => {
  const values = ['F', born, 'WBRI', 'UN3', null, null]
  expect(csvLine('child_details', '0417', null, values, year)).toBe(`0417,${sex},28/02/2001,WBRI,UN3,,\n`)
  expect(csvLine('unaccompanied_child', '0417', born, [null], year, 'F')).toBe(`0417,${sex},28/02/2001,\n`)
})

test('a sex that is not known stays as it is', () => {
  expect(csvLine('child_details', '1', null, ['U', born, null, null, null, null], 2024)).toBe('1,U,28/02/2001,,,,\n')
  expect(csvLine('unaccompanied_child', '1', null, [isoDate('2018-02-01')], 2018)).toBe('1,,,01/02/2018\n')
})

test('the collection year is not a column', () => {
  expect(csvLine('care_leaver_year', '0417', born, [2018, 'YES', null, 'D1'], 2018)).toBe('0417,28/02/2001,YES,,D1\n')
})

test('only what needs quotation marks gets them', () => {
  const values = [null, isoDate('2001-01-01'), 'A,B', 'say "no"', 'two\nlines', null]
  expect(csvLine('child_details', '04 17', null, values, 2025)).toBe('04 17,,01/01/2001,"A,B","say ""no""","two\nlines",\n')
})

test('what is written is read back the same', async () => {
  const values = [isoDate('2017-04-01'), 'S', 'C2', 'N1', 'U4', 'PR1', isoDate('2017-05-01'), 'X1', null, 'AB1 2CD', null, 'SC123456']
  const { ok, notes, given } = await reading({ 'e.csv': csvHeader('episode') + csvLine('episode', '0417', born, values, 2018) })
  expect({ ok, notes, given }).toEqual({
    ok: true, notes: [], given: [{ type: 'episode', childCode: '0417', values, bornOn: null, file: 0, row: 2 }],
  })
})
