/** The look for known flaws: what npm says is read rightly, an answer that is none is never "no flaws", and the list lapses. */
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'

interface Flaw {
  readonly advisory: string
  readonly package: string
  readonly severity: string
  readonly title: string
}
type Answer = { readonly status: 'answered'; readonly found: readonly Flaw[] } | { readonly status: 'not checked'; readonly why: string }
interface Script {
  readonly readAudit: (text: string) => Answer
  readonly judge: (found: readonly Flaw[], list: readonly object[], today: string) => {
    readonly bad: readonly Flaw[]; readonly allowed: readonly Flaw[]; readonly faults: readonly string[]; readonly gone: readonly object[]
  }
  readonly checkKnownFlaws: (say: (words: string) => void, answer: Answer, today?: string) => { readonly passed: boolean | null }
}
const script = (await import(/* @vite-ignore */ pathToFileURL(join(resolve(import.meta.dirname, '../..'), 'scripts/knownFlaws.mjs')).href)) as Script

// As npm writes it: report version 2, one entry a package, `via` either the advisory or the name of another entry.
const advisory = (id: string, name: string, severity: string): object =>
  ({ source: 1098765, name, dependency: name, title: `A flaw in ${name}`, url: `https://github.com/advisories/${id}`, severity, range: '<2.0.0' })
const report = (vulnerabilities: object): string => JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} })
const graveOne: Flaw = { advisory: 'GHSA-aaaa-bbbb-cccc', package: 'left', severity: 'high', title: 'A flaw in left' }

describe('what npm says', () => {
  test('high and critical are found, moderate is not, and each once', () => {
    const text = report({
      left: { name: 'left', severity: 'high', via: [advisory('GHSA-aaaa-bbbb-cccc', 'left', 'high'), advisory('GHSA-dddd-eeee-ffff', 'left', 'moderate')] },
      right: { name: 'right', severity: 'critical', via: ['left', advisory('GHSA-2222-3333-4444', 'right', 'critical')] },
      low: { name: 'low', severity: 'low', via: [advisory('GHSA-5555-6666-7777', 'low', 'low')] },
    })
    expect(script.readAudit(text)).toEqual({
      status: 'answered',
      found: [graveOne, { advisory: 'GHSA-2222-3333-4444', package: 'right', severity: 'critical', title: 'A flaw in right' }],
    })
  })
  test.each([
    ['nothing', ''], ['words', 'npm error network'], ['an error', '{"message":"405 Method Not Allowed","error":{"summary":"","detail":""}}'],
    ['an older report', '{"auditReportVersion":1,"advisories":{}}'], ['null', 'null'], ['no vulnerabilities', '{"auditReportVersion":2}'],
  ])('%s is not checked, which is not "none"', (_what, text) => {
    expect(script.readAudit(text).status).toBe('not checked')
  })
  test('an answer without flaws is an answer', () => {
    expect(script.readAudit(report({}))).toEqual({ status: 'answered', found: [] })
  })
})

describe('the list of flaws that may stay', () => {
  const entry = { advisory: 'GHSA-aaaa-bbbb-cccc', package: 'left', foundOn: '2026-01-01', reason: 'Holdfast never calls the function at fault.' }
  test('a flaw that is not on it fails at once', () => {
    expect(script.judge([graveOne], [], '2026-01-01').bad).toEqual([graveOne])
    expect(script.judge([graveOne], [{ ...entry, package: 'right' }], '2026-01-01').bad).toEqual([graveOne])
  })
  test('holds for 14 days from the day it was found, and not for a fifteenth', () => {
    expect(script.judge([graveOne], [entry], '2026-01-15')).toEqual({ bad: [], allowed: [graveOne], faults: [], gone: [] })
    expect(script.judge([graveOne], [entry], '2026-01-16').bad).toEqual([graveOne])
  })
  test('holds longer with a day that is at most 90 days away', () => {
    const longer = { ...entry, until: '2026-04-01' }
    expect(script.judge([graveOne], [longer], '2026-04-01').bad).toEqual([])
    expect(script.judge([graveOne], [longer], '2026-04-02').bad).toEqual([graveOne])
    expect(script.judge([], [{ ...entry, until: '2026-04-02' }], '2026-01-01').faults).toEqual(['GHSA-aaaa-bbbb-cccc: until is at most 90 days from foundOn'])
  })
  test.each([
    [{ ...entry, reason: 'later' }, 'the reason says why it may stay'], [{ ...entry, foundOn: '1 January' }, 'foundOn is a day such as 2026-01-31'],
    [{ ...entry, package: undefined }, 'an entry names its advisory and package'], [{ ...entry, until: 'never' }, 'until is at most 90 days from foundOn'],
  ])('%o is no entry', (wrong, words) => {
    expect(script.judge([], [wrong], '2026-01-01').faults).toEqual([`GHSA-aaaa-bbbb-cccc: ${words}`])
  })
  test('an entry for a flaw that is gone is told', () => {
    expect(script.judge([], [entry], '2026-01-01').gone).toEqual([entry])
  })
})

describe('the step of a build', () => {
  const run = (answer: Answer): readonly [passed: boolean | null, said: string] => {
    const said: string[] = []
    const { passed } = script.checkKnownFlaws((words) => said.push(words), answer, '2026-01-01')
    return [passed, said.join('\n')]
  }
  test('without an answer neither passes nor fails, and says so', () => {
    const [passed, said] = run({ status: 'not checked', why: 'no network' })
    expect([passed, said.includes('NOT CHECKED: the advisory service did not answer (no network).')]).toEqual([null, true])
    expect(said).not.toContain('No high or critical flaw')
  })
  test('before a release, without an answer it fails', () => {
    process.env['HOLDFAST_FLAWS'] = 'required'
    try {
      expect(run({ status: 'not checked', why: 'no network' })[0]).toBe(false)
    } finally {
      delete process.env['HOLDFAST_FLAWS']
    }
  })
  test('with a flaw fails and names it; without one passes', () => {
    expect(run({ status: 'answered', found: [graveOne] })).toEqual([false, 'high: left, A flaw in left (GHSA-aaaa-bbbb-cccc)'])
    expect(run({ status: 'answered', found: [] })[0]).toBe(true)
  })
})
