/** Legal statuses of the return in words that stand inside a sentence; the lists of `rules/code-sets.json` are for tables. */
const words: Readonly<Record<string, string>> = {
  C1: 'interim care order', C2: 'full care order', D1: 'freeing order', E1: 'placement order', V2: 'accommodated under section 20',
  V3: 'short breaks, each recorded', V4: 'short breaks by agreement', L1: 'police protection', L2: 'emergency protection order',
  L3: 'child assessment order', J1: 'on remand', J2: 'detained under PACE', J3: 'youth rehabilitation order with residence',
}

/** `full care order`; a code that no list holds is named, so that nothing the authority wrote is lost. */
export function legalStatusWords(code: string | null): string {
  return code === null ? 'no legal status recorded' : (words[code] ?? `legal status ${code}`)
}

/** `full care order (C2)`, for those who work with the return. */
export function legalStatusInFull(code: string | null): string {
  return code === null || words[code] === undefined ? legalStatusWords(code) : `${legalStatusWords(code)} (${code})`
}
