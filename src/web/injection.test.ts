/**
 * Text cannot become code (promise D4; ASVS 5.0.0 V1.2, V1.3): whatever stands in a file, a form or an account, the pages
 * keep the very tags and attributes that they have with harmless words, and the files run nothing.
 */
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { Client, testServer, type Answered } from './testing/client.ts'
import { addressOf, everybody, shownPaths } from './testing/everyAnswer.ts'
import { fixturePort } from './testing/fixturePort.ts'
import { corpus, spoiltPort } from './testing/hostile.ts'

const runs = process.env['HOLDFAST_LONG'] === '1' ? 60 : 2
const attribute = /([^\s=>"'/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g
const tag = /<!--|<!\w+[^>]*>|<\/?([a-zA-Z][^\s/>]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/g

/** The tags of some HTML and the names of their attributes, in order. */
function tags(html: string): readonly string[] {
  return [...html.matchAll(tag)].map(([whole, name, attributes]) =>
    (name === undefined ? whole : `${whole.startsWith('</') ? '/' : ''}${name} ${[...(attributes ?? '').matchAll(attribute)].map(([, one]) => one).join(' ')}`))
}

/** All of a page that text may not change; a drawing's labels stand where their words have room, so it is looked at by itself. */
const drawings = /<svg[\s\S]*?<\/svg>/g
const skeleton = (html: string): readonly string[] => tags(html.replace(drawings, '<svg/>'))
const drawn = (html: string): readonly string[] => tags((html.match(drawings) ?? []).join(''))
const inDrawings = /^\/?(?:svg|g|defs|pattern|marker|clipPath|title|desc|rect|path|line|polyline|polygon|circle|ellipse|text|tspan|use) (?!.*\bon\w+)(?!.*\bhref\b)/

const addresses = (html: string): readonly string[] =>
  [...html.matchAll(/\s(?:href|src|action|formaction|data-progress)="([^"]*)"/g)].map(([, to]) => to ?? '')
const reordering = /[\u202a-\u202e\u2066-\u2069]/
const formula = /^[\s\0\u00a0\ufeff]*[=+\-@＝＋－＠]/

/** `alike`: the page may also have more or less of the tags it knows, as where a search finds something else. */
function expectHarmless(what: string, hostile: Answered, harmless: Answered, alike = false): void {
  expect([what, hostile.status]).toEqual([what, harmless.status])
  expect([what, Object.keys(hostile.headers).toSorted()]).toEqual([what, Object.keys(harmless.headers).toSorted()])
  for (const [name, value] of Object.entries(hostile.headers)) expect([what, name, /[\r\n\0]/.test(String(value))]).toEqual([what, name, false])
  expect([what, reordering.test(hostile.body)]).toEqual([what, false])
  const type = String(hostile.headers['content-type'])
  if (type.startsWith('text/html')) {
    const known = new Set(skeleton(harmless.body))
    if (alike) expect([what, skeleton(hostile.body).filter((one) => !known.has(one))]).toEqual([what, []])
    else expect([what, skeleton(hostile.body)]).toEqual([what, skeleton(harmless.body)])
    expect([what, drawn(hostile.body).filter((one) => !inDrawings.test(one))]).toEqual([what, []])
    expect([what, hostile.body.includes('hf49hf')]).toEqual([what, false])
    expect([what, addresses(hostile.body).filter((to) => !/^(?:\/(?!\/)|#|\?|$)/.test(to))]).toEqual([what, []])
  } else if (type.startsWith('text/csv')) {
    const [mine, theirs] = [hostile, harmless].map(({ body }) => Papa.parse<string[]>(body.replace(/^\ufeff/, ''), { skipEmptyLines: true }))
    expect([what, mine?.data.map((cells) => cells.length)]).toEqual([what, theirs?.data.map((cells) => cells.length)])
    expect([what, mine?.data.flat().filter((cell) => formula.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))]).toEqual([what, []])
  }
}

const texts = fc.array(
  fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...corpus) }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) }), { minLength: 1, maxLength: 2 })
    // A blank would take an element away, rightly.
    .map((parts) => `${parts.join('')}x`),
  { minLength: 60, maxLength: 60 },
)

/** The corpus and the given texts, each in its turn. */
function inTurn(given: readonly string[]): () => string {
  const all = [...corpus, ...given]
  let next = 0
  return () => all[(next += 1) % all.length] ?? ''
}

describe('text from outside', () => {
  test('changes no tag, attribute or header of any page, and makes no formula in any file', async () => {
    let seen = ''
    await fc.assert(fc.asyncProperty(texts, async (given) => {
      const servers = [inTurn(given), () => 'plain words'].map((text) => testServer(spoiltPort(fixturePort({ children: 18 }), text)))
      const [spoilt = [], plain = []] = await Promise.all(servers.map((server) => everybody(server)))
      const shown = new Set<string>()
      for (const path of shownPaths) {
        for (const [i, client] of spoilt.entries()) {
          const [hostile, harmless] = await Promise.all([client.get(addressOf(path)), plain[i]?.get(addressOf(path))])
          if (harmless === undefined) throw new Error('as many visitors of the one as of the other')
          expectHarmless(path, hostile, harmless)
          if (hostile.status === 200) shown.add(path)
          seen += hostile.body
        }
      }
      expect(shown).toEqual(new Set(shownPaths))
      await Promise.all(servers.map((server) => server.close()))
      // One set of texts that fails is told as it is: making it smaller takes longer than reading it.
    }), { numRuns: runs, endOnFailure: true })
    // The texts did come through, as text.
    expect(seen).toContain('hf{{7*7}}hf')
    expect(seen).toContain('&lt;script&gt;hf()&lt;/script&gt;')
    expect(seen).toContain("'=cmd|' /C calc'!A0")
  })

  test('that a person types is shown again as text, and leads nowhere else', async () => {
    const server = testServer(fixturePort({ children: 9 }))
    const client = await new Client(server.app).signIn('performance analyst')
    const manager = await new Client(server.app).signIn('team manager')
    const visitor = new Client(server.app)
    await visitor.get('/sign-in')
    const asked = async (text: string): Promise<readonly Answered[]> => {
      const query = encodeURIComponent(text)
      const pages = [
        await visitor.get(`/sign-in?next=${query}&ended=${query}`),
        await manager.get(`/children?search=${query}&team=${query}&age=${query}&sort=${query}&page=${query}&as-at=${query}`),
        await manager.get(`/measures?as-at=${query}`), await client.get(`/returns/${query}`), await client.get(`/differences?kind=${query}&import=${query}`),
      ]
      await client.get('/returns/new')
      return [...pages, await client.upload('/returns', [
        { name: '_csrf', value: client.token() }, { name: 'year', value: text },
        { name: 'files', file: `${text.replaceAll(/["\r\n\0/\\]/g, '-')}.xlsx`, value: 'x' },
      ])]
    }
    const harmless = await asked('words')
    // One with a null is refused before anything is done with it (requestLimits.test.ts).
    for (const text of corpus.filter((one) => !one.includes('\0'))) {
      for (const [i, answer] of (await asked(text)).entries()) {
        const other = harmless[i]
        if (other === undefined) throw new Error('as many answers as before')
        expectHarmless(`${i}: ${text}`, answer, other, true)
      }
      const { location } = await visitor.get(`/children?search=${encodeURIComponent(text)}`)
      expect(location.startsWith('/sign-in?next=%2Fchildren')).toBe(true)
    }
    await server.close()
  })

  test('in a sign-in name is shown again as text', async () => {
    const server = testServer(fixturePort({ children: 0 }))
    const client = new Client(server.app)
    await client.get('/sign-in')
    const wrong = (name: string, next: string): Promise<Answered> => client.post('/sign-in', [['name', name], ['password', 'x'], ['next', next]])
    const harmless = await wrong('words', '/')
    for (const text of corpus.filter((one) => !one.includes('\0'))) expectHarmless(text, await wrong(text, text), harmless)
    await server.close()
  })
})
