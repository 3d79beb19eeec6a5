/** For tests: tables of the return made at random, and the ways in which files are damaged. */
import fc from 'fast-check'
import { factNames, type FactName } from '../../../core/facts/factTypes.ts'
import type { FieldValue } from '../../../core/facts/factType.ts'
import { isoDate } from '../../../core/time/localDate.ts'
import { fieldsOf } from '../tables.ts'
import { csvHeader, csvLine } from '../write/csv.ts'

/** Collection year of the tables made. */
export const YEAR = 2018
const first = isoDate('2017-04-01')
const day = fc.integer({ min: first, max: first + 364 }).map((n) => n as ReturnType<typeof isoDate>)
// Q is in no code that means something to the reader.
const word = fc.stringMatching(/^Q[A-Z0-9]{0,5}$/)

const fact = (type: FactName) =>
  fc.record({
    child: fc.stringMatching(/^[0-9]{1,10}$/),
    born: day,
    values: fc.tuple(
      ...fieldsOf(type).map((field): fc.Arbitrary<FieldValue> => {
        if (field.kind === 'year') return fc.constant(YEAR)
        const value: fc.Arbitrary<FieldValue> =
          field.kind === 'date' ? day : field.kind === 'partial date' ? fc.constantFrom('zz/03/2015', '04/05/2015')
            : field.codeSet === 'SEX' ? fc.constantFrom('M', 'F', 'U') : word
        return field.required ? value : fc.option(value)
      }),
    ),
  })

/** A table of a few facts, as text, with the facts. */
export const table = fc.constantFrom(...factNames).chain((type) =>
  fc.array(fact(type), { minLength: 1, maxLength: 6 }).map((facts) => ({
    type,
    facts,
    text: csvHeader(type) + facts.map(({ child, born, values }) => csvLine(type, child, born, values, YEAR)).join(''),
  })),
)

const bytes = fc.uint8Array({ maxLength: 12 })
const noise = fc.constantFrom('"', ',', '\n', '\r', ';', '\t', '\0', '=1', '\ufeff', 'é', '""', '<', 'TBC', '1.0', '01/04/17').map((s) => Buffer.from(s))

/** Cuts, drops, doubles and overwrites pieces of a text. */
export const damage = fc.array(
  fc.record({ at: fc.nat(1000), cut: fc.nat(20), put: fc.oneof(bytes, noise) }),
  { minLength: 1, maxLength: 4 },
)

/** The text with the blows dealt. */
export function damaged(text: string, blows: readonly { at: number; cut: number; put: Uint8Array }[]): Buffer {
  let held: Buffer = Buffer.from(text)
  for (const { at, cut, put } of blows) {
    const place = held.length === 0 ? 0 : at % held.length
    held = Buffer.concat([held.subarray(0, place), put, held.subarray(place + cut)])
  }
  return held
}

/** A small XML return. */
export const xml =
  '<?xml version="1.0"?><EXPSSDA903><CHILD><HEADER><CHILDID>0417</CHILDID><UPN>UN3</UPN><SEX>2</SEX><DOB>28/02/2001</DOB>' +
  '<ETHNIC>WBRI</ETHNIC><UASC>0</UASC><AREVIEW><REVIEW>05/06/2017</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW></HEADER>' +
  '<EPISODE><DECOM>01/04/2017</DECOM><RNE>S</RNE><LS>C2</LS><PL>U4</PL><DEC/><REC/></EPISODE></CHILD></EXPSSDA903>'
