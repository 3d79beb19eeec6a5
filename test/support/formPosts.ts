/** Somebody at a browser without a screen: opens a page, fills its form, sends it, and is told when it was not taken. */
import type { Client } from '../../src/web/testing/client.ts'
import type { Served } from './signIn.ts'

/** What is typed into a form; a day `2026-06-08` goes into its three boxes when the name ends in `:day`. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

export interface AtDesk {
  /** The words of a page, without its markup; throws unless it opens. */
  read(path: string): Promise<string>
  /** The page as it was sent. */
  html(path: string): Promise<string>
  /** Opens the page a form is on, types, sends. Gives where it leads; throws with what the page says when it was refused. */
  send(page: string, typed: Typed, to?: string): Promise<string>
}

/** Signs a person in and gives their desk. */
export async function atDesk(served: Served, name: string): Promise<AtDesk> {
  const client: Client = served.client()
  const signedIn = await served.signIn(client, name)
  if (signedIn.status !== 303) throw new Error(`${name} could not sign in: ${signedIn.status}`)
  const html = async (path: string): Promise<string> => {
    const { status, body, location } = await client.get(path)
    if (status !== 200) throw new Error(`${name} at ${path}: ${status} ${location} ${plainWords(body).slice(0, 300)}`)
    return body
  }
  return {
    html,
    read: async (path) => plainWords(await html(path)),
    async send(page, typed, to = page) {
      const body = await html(page)
      const hidden = [...body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].flatMap(([input]): readonly (readonly [string, string])[] => {
        const name = /name="([^"]*)"/.exec(input)?.[1]
        return name === undefined || name === '_csrf' ? [] : [[name, /value="([^"]*)"/.exec(input)?.[1] ?? '']]
      })
      const answered = await client.post(to, [...hidden.filter(([key]) => typed[key] === undefined), ...Object.entries(typed).flatMap(boxes)])
      if (answered.status === 303) return answered.location
      throw new Error(`${name} sent ${to}: ${answered.status} ${/error-summary[\s\S]*?<\/ul>/.exec(answered.body)?.[0].replace(/<[^>]+>/g, ' ') ?? plainWords(answered.body).slice(0, 400)}`)
    },
  }
}

function boxes([name, value]: readonly [string, string | readonly string[]]): readonly (readonly [string, string])[] {
  if (typeof value !== 'string') return value.map((one) => [name, one])
  if (!name.endsWith(':day')) return [[name, value]]
  const [year = '', month = '', day = ''] = value.split('-')
  const field = name.slice(0, -':day'.length)
  return [[`${field}-day`, String(Number(day))], [`${field}-month`, String(Number(month))], [`${field}-year`, year]]
}

/** The words of a page's main part, spaces made one. */
export function plainWords(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  return main.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ').replaceAll('&#39;', '’').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replace(/\s+/g, ' ')
}
