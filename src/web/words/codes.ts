/** Codes of the return, as people read them. */
import type { Labels } from '../port.ts'

/**
 * Kinds of home of the return from 2025/26 on whose words no public source gives (rules/code-sets.json): what is known of them is
 * that Z1, another home, was split into them.
 */
const splitOfZ1: ReadonlySet<string> = new Set(['Z11', 'Z12', 'Z13', 'Z14'])

/** The label of a code; the code itself when no set holds it, so that nothing the authority wrote is lost. */
export function codeWords(labels: Labels, codeSet: string, code: string | null, absent = 'Not recorded'): string {
  if (code === null || code === '') return absent
  const label = labels.labelOf(codeSet, code)
  if (label !== undefined) return label
  return codeSet === 'PLACE' && splitOfZ1.has(code) ? `Another home (${code}, one of the kinds that Z1 was split into)` : code
}

/** Label and code, for those who work with the return: `Full care order (C2)`. */
export function codeInFull(labels: Labels, codeSet: string, code: string | null, absent = 'Not recorded'): string {
  if (code === null || code === '') return absent
  const label = labels.labelOf(codeSet, code)
  return label === undefined ? code : `${label} (${code})`
}

const legalShort: Readonly<Record<string, string>> = {
  V2: 'Section 20, accommodated',
  V3: 'Short breaks, each recorded',
  V4: 'Short breaks, by agreement',
  J1: 'Remanded',
  J2: 'Accommodated under PACE',
  L1: 'Police protection',
  L3: 'Child assessment order',
}

/** A legal status in few words, for tables; the set's label where it is short already. */
export function legalStatusShort(labels: Labels, code: string | null): string {
  return code === null ? 'Not recorded' : (legalShort[code] ?? codeWords(labels, 'LS', code))
}

const homeShort: Readonly<Record<string, string>> = {
  A3: 'With adopters (their foster carers)', A4: 'With adopters', A5: 'With adopters (their foster carers)', A6: 'With adopters',
  H5: 'Semi-independent living', K1: "Secure children's home", K2: "Children's home", K3: 'Supported accommodation',
  P1: 'With parents', P2: 'Independent living', P3: 'Residential employment', R1: 'Residential care home',
  R2: 'Hospital or medical home', R3: 'Family centre or mother and baby unit', R5: 'Young offender institution',
  S1: 'Residential school', T0: 'Away for a time', T1: 'In hospital for a time', T2: 'Away on holiday',
  T3: 'While the carer is on holiday', T4: 'Away for up to 7 days', U1: 'Family or friends, long term',
  U2: 'Family or friends who may adopt', U3: 'Family or friends', U4: 'Foster carer, long term',
  U5: 'Foster carer who may adopt', U6: 'Foster carer', Z1: 'Another home',
}

/** A kind of home in few words that a child could read; the set's label, then the code, where we have none. */
export function homeShortWords(labels: Labels, code: string | null): string {
  if (code === null) return 'Not recorded'
  return splitOfZ1.has(code) ? `Another home (${code})` : (homeShort[code] ?? codeWords(labels, 'PLACE', code))
}
