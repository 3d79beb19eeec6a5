/** An act on a kind of record: what a route, a command or a link is for. */
import type { Action } from './actions.ts'
import type { Resource } from './resources.ts'

/** `['see', 'standing']`, `['decide', 'plan draft']`. */
export type Act = readonly [action: Action, resource: Resource]

/** `see standing`: for the log and for messages to whoever runs the service. */
export function actWords([action, resource]: Act): string {
  return `${action} ${resource}`
}
