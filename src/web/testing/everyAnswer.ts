/** Every way the server answers, asked for once: for tests that hold something of all of them. */
import { factsRoutes } from '../areas/factsRoutes.ts'
import { routes } from '../routes.ts'
import { Client, type Answered, type TestServer } from './client.ts'
import { inventedId } from './inventedChildren.ts'
import { doneId, runningId } from './inventedReturns.ts'

/** An answer, and the words of the request that it is an answer to. */
export interface Asked extends Answered {
  readonly what: string
  /** Whether a row of the route table answered with a page or a file of its own. */
  readonly ofRoute: string | null
}

/** The address of a route with the ids of invented things. */
export const addressOf = (path: string): string =>
  path.replace(':childId', inventedId(0xc41d, 1)).replace(':importId', path.endsWith('/cancel') ? runningId : doneId).replace(':measureId', 'reviews-on-time')

/** The pages that the invented port can show. Every other is tried on the real store (test/). */
export const shownPaths: readonly string[] = factsRoutes.filter(({ method }) => method === 'GET').map(({ path }) => path)

const people = ['performance analyst', 'head of service', 'team manager', 'social worker', 'councillor']

/** Signs one person of each role in. */
export function everybody(server: TestServer): Promise<readonly Client[]> {
  return Promise.all(people.map((role) => new Client(server.app).signIn(role)))
}

/**
 * Asks for every GET route as somebody who may, for every route as nobody, and for what fails: pages that do not exist,
 * forged forms, broken uploads, wrong methods, unreadable addresses.
 */
export async function everyAnswer(server: TestServer): Promise<readonly Asked[]> {
  const asked: Asked[] = []
  const keep = (what: string, answer: Answered, ofRoute: string | null = null): void => {
    asked.push({ ...answer, what, ofRoute })
  }
  const clients = await everybody(server)
  for (const { method, path } of routes) {
    const url = addressOf(path)
    const nobody = new Client(server.app)
    keep(`nobody ${method} ${path}`, method === 'GET' ? await nobody.get(url) : await nobody.post(url, []))
    if (!shownPaths.includes(path)) continue
    for (const client of clients) {
      const answer = method === 'GET' ? await client.get(url) : await client.post(url, [], 'forged')
      keep(`${method} ${path}: ${answer.status}`, answer, method === 'GET' && answer.status === 200 ? path : null)
    }
  }
  const nobody = new Client(server.app)
  keep('sign-in', await nobody.get('/sign-in'))
  keep('wrong password', await nobody.post('/sign-in', [['name', 'councillor'], ['password', 'wrong']]))
  for (const url of ['/nowhere', '/health', '/assets/x/y.css', '/%', `/children/${'x'.repeat(300)}`, `/children?search=${'x'.repeat(9000)}`]) {
    keep(`GET ${url.slice(0, 40)}`, await nobody.get(url))
  }
  const { body } = await nobody.get('/sign-in')
  for (const [, href] of body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) keep(`asset ${href}`, await nobody.get(String(href)))
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'HEAD'] as const) {
    const { statusCode, headers, body: said } = await server.app.inject({ method: method as 'PUT', url: '/children' })
    keep(`${method} /children`, { status: statusCode, headers, body: said, location: String(headers.location ?? '') })
  }
  const [analyst] = clients
  if (analyst === undefined) throw new Error('nobody signed in')
  keep('no upload', await analyst.post('/returns', []))
  keep('forged upload', await analyst.upload('/returns', [{ name: 'year', value: '2026' }]))
  keep('signed out', await analyst.get('/').then(() => analyst.post('/sign-out', [])))
  return asked
}
