/** XML returns (format notes, section 5). */
import { expect, test } from 'vitest'
import { plainly, reading } from './reading.ts'

const header = (inside: string, id = '0417'): string =>
  `<HEADER><CHILDID>${id}</CHILDID><UPN>UN3</UPN><SEX>2</SEX><DOB>28/02/2001</DOB><ETHNIC>WBRI</ETHNIC>${inside}</HEADER>`
const episode = '<EPISODE><DECOM>01/04/2017</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL><PL_POST>EF3 4GH</PL_POST>' +
  '<HOME_POST>ab1 2cd</HOME_POST><URN>SC123456</URN><PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC/><REC></REC><REASON_PLACE_CHANGE/></EPISODE>'
const child = (inside: string, after = '', id?: string): string => `<CHILD>${header(inside, id)}${after}</CHILD>`
const whole = (children: string): string => `<?xml version="1.0" encoding="utf-8"?>\n<EXPSSDA903>${children}</EXPSSDA903>\n`

const DETAILS = { CHILD: '0417', SEX: 'F', DOB: '2001-02-28', ETHNIC: 'WBRI', UPN: 'UN3' }
const ofChild = { CHILD: '0417', born: '2001-02-28' }
const note = (kind: string, words: string, more: object = {}): object => ({
  kind, file: 'r.xml', row: null, column: null, value: null, words, fix: null, count: 1, ...more,
})
const read = async (text: string, options = {}) => {
  const { ok, notes, given } = await reading({ 'r.xml': text }, options)
  return { ok, notes, given: given.map((row) => [row.type, row.row, plainly(row)]) }
}

test('every element of the schema is read, each kind numbered by itself', async () => {
  const text = whole(
    child('<UASC/>', '', '0416') +
    child(
      '<UASC>1</UASC><DUC>01/02/2018</DUC><DATE_INT>02/05/2017</DATE_INT><DATE_MATCH>03/06/2017</DATE_MATCH><FOSTER_CARE>0</FOSTER_CARE>' +
      '<NB_ADOPTR>2</NB_ADOPTR><SEX_ADOPTR>MF</SEX_ADOPTR><LS_ADOPTR>L11</LS_ADOPTR><IN_TOUCH>YES</IN_TOUCH><ACTIV>F2</ACTIV><ACCOM>D1</ACCOM>' +
      '<AMISSING><MISSING>m</MISSING><MIS_START>04/07/2017</MIS_START></AMISSING>' +
      '<AREVIEW><REVIEW>05/06/2017</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW><AREVIEW><REVIEW>06/06/2017</REVIEW><REVIEW_CODE>PN2</REVIEW_CODE></AREVIEW>' +
      '<MOTHER>1</MOTHER><MC_DOB>07/08/2017</MC_DOB><PERMANENCE><PREV_PERM>P1</PREV_PERM><DATE_PERM>ZZ/03/2015</DATE_PERM></PERMANENCE>' +
      '<OC2><SDQ_SCORE>12</SDQ_SCORE><CONVICTED>0</CONVICTED></OC2>' +
      '<AD_PLACED><DATE_PLACED>02/05/2017</DATE_PLACED><DATE_PLACED_CEASED/><REASON_PLACED_CEASED/></AD_PLACED>',
      episode,
    ),
  )
  expect(await read(text)).toEqual({
    ok: true,
    notes: [],
    given: [
      ['child_details', 1, { ...DETAILS, CHILD: '0416' }],
      ['child_details', 2, { ...DETAILS, MOTHER: '1', MC_DOB: '2017-08-07' }],
      ['missing_episode', 1, { ...ofChild, MISSING: 'M', MIS_START: '2017-07-04' }],
      ['review', 1, { ...ofChild, REVIEW: '2017-06-05', REVIEW_CODE: 'PN1' }],
      ['review', 2, { ...ofChild, REVIEW: '2017-06-06', REVIEW_CODE: 'PN2' }],
      ['previous_permanence', 1, { ...ofChild, PREV_PERM: 'P1', DATE_PERM: 'zz/03/2015' }],
      ['outcomes_year', 1, { ...ofChild, year: 2018, SDQ_SCORE: '12', CONVICTED: '0' }],
      ['adoption_decision', 1, { ...ofChild, DATE_PLACED: '2017-05-02' }],
      ['episode', 1, {
        ...ofChild, DECOM: '2017-04-01', RNE: 'S', LS: 'C2', CIN: 'N1', PLACE: 'U4', PLACE_PROVIDER: 'PR1',
        HOME_POST: 'AB1 2CD', PL_POST: 'EF3 4GH', URN: 'SC123456',
      }],
      ['unaccompanied_child', 2, { ...ofChild, DUC: '2018-02-01' }],
      ['care_leaver_year', 2, { ...ofChild, year: 2018, IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'D1' }],
      ['adoption', 2, { ...ofChild, DATE_INT: '2017-05-02', DATE_MATCH: '2017-06-03', FOSTER_CARE: '0', NB_ADOPTR: '2', SEX_ADOPTR: 'MF', LS_ADOPTR: 'L11' }],
    ],
  })
})

const DUC = 'A date on which UASC status ceased (DUC) stands without UASC 1 beside it; the child was taken to have been unaccompanied.'

test.each([
  ['<UASC/>', false, []],
  ['', false, []],
  ['<UASC>0</UASC><DUC/>', false, []],
  ['<UASC>1</UASC>', true, []],
  ['<UASC>0</UASC><DUC>01/02/2018</DUC>', true, [note('remark', DUC, { row: 1, column: 'UASC', value: '0' })]],
  ['<UASC/><DUC>01/02/2018</DUC>', true, [note('remark', DUC, { row: 1, column: 'UASC', value: '' })]],
])('%s: unaccompanied %s', async (inside, unaccompanied, notes) => {
  const result = await read(whole(child(inside)))
  expect({ ...result, given: result.given.map(([type]) => type) }).toEqual({
    ok: true, notes, given: unaccompanied ? ['child_details', 'unaccompanied_child'] : ['child_details'],
  })
})

test('a UASC flag that is neither 0 nor 1 is refused', async () => {
  const { ok, notes } = await read(whole(child('<UASC>Y</UASC>')))
  expect({ ok, notes }).toEqual({
    ok: false,
    notes: [note('refusal', 'Y in UASC is neither 0 nor 1.', {
      row: 1, column: 'UASC', value: 'Y', fix: 'Write 1 in UASC for an unaccompanied asylum-seeking child, 0 for any other.',
    })],
  })
})

test('social workers, deprivation of liberty and other unknown elements are told and not guessed', async () => {
  const social = '<SWEPISODE><SW_ID>SW1</SW_ID></SWEPISODE><SWEPISODE/>'
  const { ok, notes, given } = await read(whole(child(`${social}<DOB2>x</DOB2>`, '<DOLO><DOLO_START>x</DOLO_START></DOLO>')))
  const unknown = (tag: string, inside: string, count = 1): object =>
    note('remark', `The element ${tag} in ${inside} is not known here and was not read.`, { row: 1, count })
  expect({ ok, notes, given }).toEqual({
    ok: true, given: [['child_details', 1, DETAILS]],
    notes: [unknown('SWEPISODE', 'HEADER', 2), unknown('DOB2', 'HEADER'), unknown('DOLO', 'CHILD')],
  })
})

test('a namespace is left out of account, and said', async () => {
  const plain = whole(child(''))
  const byDefault = await read(plain.replace('<EXPSSDA903', '<EXPSSDA903 xmlns="urn:x" xmlns:xsi="urn:y" xsi:schemaLocation="z"'))
  expect(byDefault).toEqual({
    ok: true, given: [['child_details', 1, DETAILS]],
    notes: [note('remark', 'The file declares a namespace, which was left out of account.', { row: 1, value: 'urn:x' })],
  })
  const prefixed = await read(plain.replaceAll(/<(\/?)([A-Z])/g, '<$1a:$2').replace('<a:EXPSSDA903', '<a:EXPSSDA903 id="1"'))
  expect(prefixed).toEqual({
    ok: true, given: [['child_details', 1, DETAILS]],
    notes: [
      note('remark', 'Elements have a namespace prefix, which was left out of account.', { row: 1, value: 'a:EXPSSDA903', count: 8 }),
      note('remark', 'Attributes of elements were not read.', { row: 1, value: 'id' }),
    ],
  })
})

test('values are mended and refused as in CSV, by the number of their element', async () => {
  const second = child('<AREVIEW><REVIEW>TBC</REVIEW></AREVIEW><AREVIEW><REVIEW>1/4/2017</REVIEW></AREVIEW>', '<EPISODE><LS>C2</LS></EPISODE>')
  const { ok, notes } = await read(whole(child('<MOTHER>1.0</MOTHER>') + second))
  expect({ ok, notes }).toEqual({
    ok: false,
    notes: [
      note('refusal', 'TBC is not a date.', { row: 1, column: 'REVIEW', value: 'TBC', fix: 'Write the date as DD/MM/YYYY in REVIEW.' }),
      note('refusal', 'DECOM is blank.', { row: 1, column: 'DECOM', value: '', fix: 'Fill in DECOM: a row without it says nothing that can be kept.' }),
      note('mend', 'Codes that a spreadsheet had given a decimal (such as 1.0) were read without it.', { row: 1, column: 'MOTHER', value: '1.0' }),
      note('mend', 'Dates not written DD/MM/YYYY were read, the day before the month.', { row: 2, column: 'REVIEW', value: '1/4/2017' }),
    ],
  })
})

test('elements with nothing in them are left out with a remark', async () => {
  const { ok, notes, given } = await read(whole(child('<AREVIEW/><PERMANENCE><PREV_PERM> </PREV_PERM></PERMANENCE>')))
  const empty = (tag: string): object => note('remark', `Elements ${tag} with nothing in them were left out.`, { row: 1 })
  expect({ ok, notes, given: given.length }).toEqual({ ok: true, given: 1, notes: [empty('AREVIEW'), empty('PERMANENCE')] })
})

test('entities of XML itself and CDATA are text', async () => {
  const { given } = await read(whole(child('<AREVIEW><REVIEW><![CDATA[05/06/2017]]></REVIEW><REVIEW_CODE>&#80;N&#x31;</REVIEW_CODE></AREVIEW>')))
  expect(given[1]).toEqual(['review', 1, { ...ofChild, REVIEW: '2017-06-05', REVIEW_CODE: 'PN1' }])
})

const AGAIN = 'Save the file again from the system that made it; it may have been cut short or edited by hand.'
const DOCTYPE = ['The file declares a document type (DOCTYPE), which can hide harmful entities.', 'Take away the DOCTYPE; a return needs none.']
const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'

test.each([
  ['a wrong root', '<html><CHILD/></html>', 'The outermost element is html, not EXPSSDA903: this is no SSDA903 return.', 'Give the XML return that the 903 system makes, which begins with <EXPSSDA903>.'],
  ['entities that grow', `${laughs}${whole(child('<UPN>&c;</UPN>')).slice(39)}`, ...DOCTYPE],
  ['an entity from outside', `<!DOCTYPE a SYSTEM "file:///etc/hostname">${whole('').slice(39)}`, ...DOCTYPE],
  ['an unknown entity', whole('<CHILD>&c;</CHILD>'), 'The XML is broken at line 2, character 22: undefined entity.', AGAIN],
  ['a tag not closed', whole('<CHILD><HEADER><DOB></HEADER></CHILD>'), 'The XML is broken at line 2, character 41: unexpected close tag.', AGAIN],
  ['its end cut off', whole(child('')).slice(0, 100), 'The XML is broken at line 2, character 61: unclosed tag: UPN.', AGAIN],
  ['an element twice', whole(child('<DOB>28/02/2002</DOB>')), 'The element DOB is there twice, at line 2.', 'Keep one DOB.'],
  ['two HEADERs', whole(`<CHILD>${header('')}${header('')}</CHILD>`), 'A CHILD has two HEADER elements, at line 2.', 'Keep one HEADER for each CHILD.'],
  ['no HEADER', whole(`<CHILD>${episode}</CHILD>`), 'A CHILD has no HEADER, at line 2.', 'Give every CHILD a HEADER with its CHILDID.'],
  ['text among elements', whole(child('lost')), 'Text stands among the elements of HEADER, at line 2: lost.', 'Put each value into its own element.'],
  ['an element inside a value', whole(child('<MOTHER>1<B/></MOTHER>')), 'Text stands among the elements of MOTHER, at line 2: 1.', 'Put each value into its own element.'],
  ['elements too deep', whole('<X>'.repeat(40)), 'Elements lie more than 32 deep in one another, at line 2.', 'Check that the file is an SSDA903 return.'],
])('%s is refused', async (_, text, words, fix) => {
  const { ok, notes } = await read(text)
  expect({ ok, notes: notes.filter((n) => n.kind === 'refusal') }).toEqual({ ok: false, notes: [note('refusal', words, { fix })] })
})

test.each(['<!--', '<![CDATA[', '<?x ', '<!DOCTYPE '])('%s without end is refused before it fills the memory', async (begun) => {
  const { ok, notes } = await read(`${begun.startsWith('<!D') ? '' : '<EXPSSDA903>'}${begun}${'x'.repeat(500_000)}`, { limits: { lineCharacters: 100_000 } })
  expect({ ok, words: notes.map(({ words }) => words) }).toEqual({
    ok: false, words: ['Something is longer than 100,000 characters without a tag, near line 1.'],
  })
})

test('one child cannot hold any number of elements', async () => {
  const { ok, notes } = await read(whole(child('<AREVIEW><REVIEW>05/06/2017</REVIEW></AREVIEW>'.repeat(5))), { limits: { rowsOfOneChild: 3 } })
  expect({ ok, words: notes.map(({ words }) => words) }).toEqual({ ok: false, words: ['A CHILD holds more than 3 elements, at line 2.'] })
})

test('a return without children is accepted with a remark', async () => {
  expect(await read(whole(''))).toEqual({ ok: true, given: [], notes: [note('remark', 'The file holds no child.')] })
})

test('an XML file in Windows-1252 that says so needs no mend', async () => {
  const text = whole(child('<NOTE>Zo\xeb</NOTE>')).replace('utf-8', 'windows-1252')
  const { files, notes } = await reading({ 'r.xml': Buffer.from(text, 'latin1') })
  expect({ encoding: files[0]?.encoding, kinds: notes.map(({ kind }) => kind) }).toEqual({ encoding: 'Windows-1252', kinds: ['remark'] })
})
