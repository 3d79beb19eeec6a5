/** The page that maps ASVS 5.0.0 is whole and points at what exists (promise H2). */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const page = readFileSync(join(project, 'docs/reference/asvs.md'), 'utf8')
const rows = [...page.matchAll(/^\| (V\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, id, level, asked, where]) =>
  ({ id: id ?? '', level: Number(level), asked: asked ?? '', where: where ?? '' }))
const chapterOf = (id: string): number => Number(/^V(\d+)/.exec(id)?.[1])

// Counted in the standard's own list (OWASP/ASVS, 5.0.0, English CSV), chapter by chapter: level 1, level 2.
const inTheStandard: readonly (readonly [number, number])[] = [
  [8, 19], [4, 7], [8, 11], [2, 8], [4, 5], [13, 22], [6, 12], [4, 3], [4, 3], [5, 24], [3, 11], [3, 6], [1, 12], [2, 7], [3, 10], [0, 16], [0, 7],
]

test('every requirement of levels 1 and 2 has one row', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  const counted = Array.from({ length: 17 }, (_, i) => [1, 2].map((level) => rows.filter((row) => chapterOf(row.id) === i + 1 && row.level === level).length))
  expect([rows.length, rows.filter(({ level }) => level === 1).length, rows.filter(({ level }) => level === 2).length]).toEqual([253, 70, 183])
  expect(counted).toEqual(inTheStandard)
})

test('every row is answered by a file that exists, a gap, the operator, or by why it does not apply', () => {
  const unanswered = rows.filter(({ where }) => !/`[^`]+`|gap: |operator|not applicable: |^no |Node's|TypeScript/.test(where)).map(({ id }) => id)
  expect(unanswered).toEqual([])
  const files = rows.flatMap(({ id, where }) => [...where.matchAll(/`((?:[\w.-]+\/)*[\w.-]*\.\w+)`/g)].map(([, path]) => ({ id, path: path ?? '' })))
  expect(files.length).toBeGreaterThan(150)
  expect(files.filter(({ path }) => !existsSync(join(project, path))).map(({ id, path }) => `${id}: ${path}`)).toEqual([])
})

test('what is not met is counted, and told', () => {
  const count = (matches: (where: string) => boolean): number => rows.filter(({ where }) => matches(where)).length
  const gaps = count((where) => where.startsWith('gap:'))
  const partly = count((where) => where.includes('gap:')) - gaps
  const not = count((where) => where.startsWith('not applicable'))
  const operator = count((where) => where.startsWith('operator'))
  process.stdout.write(`ASVS 5.0.0 levels 1 and 2: ${253 - gaps - partly - not - operator} answered, ${partly} in part, ${gaps} gaps, ${operator} the operator's, ${not} not applicable\n`)
  // More gaps than these would be a step back: whoever mends one lowers the number.
  expect(gaps + partly).toBeLessThanOrEqual(26)
})
