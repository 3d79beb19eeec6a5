/** The DfE's codes of rules: 142, 503A, SW05STG1. */

/** Rules in the order of their codes' numbers, then their letters; those that begin with a letter come last. */
export function inOrderOfCode<T extends { readonly code: string }>(rules: readonly T[]): readonly T[] {
  // Read once and not at each comparing, which for all the rules would be thousands of times.
  const numbered = rules.map((rule) => ({ rule, number: Number.parseInt(rule.code, 10) }))
  numbered.sort((a, b) => inOrder(a.number, b.number) || (a.rule.code < b.rule.code ? -1 : a.rule.code > b.rule.code ? 1 : 0))
  return numbered.map(({ rule }) => rule)
}

function inOrder(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b))
  return a - b
}
