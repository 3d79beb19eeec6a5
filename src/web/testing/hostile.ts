/** A port whose every text that came from a file, a form or a person is what an attacker would have put there. */
import type { WebPort } from '../port.ts'

/** What is known to have run somewhere: HTML, templates, SQL, spreadsheets, headers, terminals, readers' eyes. */
export const corpus: readonly string[] = [
  '<script>hf()</script>', '"><img src=x onerror=hf()>', "' onmouseover='hf()", '</title><svg onload=hf()>', '</textarea><b>',
  '--><b>hf', ']]><b>', '<!--', '<a href="javascript:hf()">x</a>', 'javascript:hf()', 'data:text/html,<script>hf()</script>', '`${hf()}`',
  '\\u003cscript\\u003ehf()', '%3Cscript%3Ehf()', '&lt;b&gt;', '&#60;b&#62;', '<b\u0000>', '\u2028<b>', 'hf{{7*7}}hf', '{% include "x" %}', '{# hf #}',
  '#{7*7}', '<%= 7*7 %>', "'; drop table child; --", "' or '1'='1", '\\', '%', '_', "=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(1+1)', '\t=1+1',
  '\r=1+1', '\n=1+1', '＝1+1', '\ufeff=1+1', '"=1+1', 'hf\r\nset-cookie: hf=1', '\u202egnp.exe\u202c', '\u2066hf\u2069', '\u001b[31m', '../../etc/passwd', '__proto__',
]

/** Fields that hold text from outside: an import, a form, a person's account, a council's own lists. */
const fromOutside: ReadonlySet<string> = new Set([
  'code', 'childCode', 'worker', 'team', 'name', 'authorityName', 'authority', 'startedBy', 'decidedBy', 'recordedBy', 'file', 'column', 'value', 'words',
  'fix', 'refusal', 'encoding', 'table', 'stage', 'title', 'definition', 'why', 'legalStatus', 'placementType', 'placementProvider', 'urn', 'upn',
  'homePostcode', 'placementPostcode', 'participation', 'ethnicity', 'reasonNewEpisode', 'reasonEpisodeCeased', 'reasonPlaceChange', 'categoryOfNeed',
])

function spoilt(found: unknown, text: () => string, key = ''): unknown {
  if (typeof found === 'string') return fromOutside.has(key) ? text() : found
  if (Array.isArray(found)) return found.map((one: unknown) => spoilt(one, text, key))
  if (typeof found !== 'object' || found === null || Object.getPrototypeOf(found) !== Object.prototype) return found
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, spoilt(value, text, name)]))
}

/** Every method of an object, and of the objects in it, with what it promises spoilt. */
function spoiling<T extends object>(thing: T, text: () => string): T {
  return new Proxy(thing, {
    get(target, name): unknown {
      const held: unknown = Reflect.get(target, name)
      if (typeof held === 'object' && held !== null && !Array.isArray(held)) return name === 'sessions' ? held : spoiling(held, text)
      if (typeof held !== 'function') return held
      return (...given: readonly unknown[]): unknown => {
        const answered: unknown = Reflect.apply(held, target, given)
        return answered instanceof Promise ? answered.then((found: unknown) => spoilt(found, text)) : answered
      }
    },
  })
}

/** The port with `text()` in the place of every text from outside. */
export function spoiltPort<T extends WebPort>(port: T, text: () => string): T {
  const work: WebPort['work'] = (actor, event, fn) => port.work(actor, event, (own) => fn(spoiling(own, text)))
  const others = spoiling(port, text)
  return new Proxy(port, { get: (target, name): unknown => (name === 'work' ? work : Reflect.get(typeof Reflect.get(target, name) === 'function' ? others : target, name)) })
}
