/**
 * What programs may ask, as an OpenAPI 3.1 document made from the route table and the declarations of the records. What the
 * fields of a form are may depend on the record and the person, so it is told by the form itself, asked with GET.
 */
import { recordTypes } from '../core/records/allTypes.ts'
import { schemaOf } from '../core/records/schema.ts'
import type { Route } from './route.ts'

type Json = Readonly<Record<string, unknown>>

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const nameOfType = (name: string): string => name.replaceAll(/[^\w]+/g, '-')
const json = (schema: Json, description: string, type = 'application/json'): Json => ({ description, content: { [type]: { schema } } })
const problem = (description: string, schema = 'problem'): Json => json(ref(schema), description, 'application/problem+json')

const always = {
  401: problem('Nobody is known to ask: no key, or one that opens nothing'),
  404: problem('There is no such thing, or it is not for whoever asks: the two are not told apart'),
  429: problem('Asked for too much in a short time; the header Retry-After says when again'),
}
const sending = {
  200: json(ref('done'), 'Done'),
  400: problem('The body is not of the shape told'),
  403: problem('The key only reads, or people do this themselves'),
  409: problem('Somebody else changed the record meanwhile', 'changed-meanwhile'),
  415: problem('This form is not taken as JSON: it takes files, or asks more than the fields of one record'),
  422: problem('Not everything can be taken, field by field', 'wrong'),
  ...always,
}

const isExport = ({ act }: Route): boolean => act !== 'signed in' && act[0] === 'export'

/** What a row answers a program; undefined for a page alone. */
function operationOf(row: Route): Json | undefined {
  const { method, audit, act, upload } = row
  const said = { summary: audit.charAt(0).toUpperCase() + audit.slice(1), tags: [act === 'signed in' ? 'signed in' : act[1]] }
  if (upload === true) return { ...said, requestBody: { content: { 'multipart/form-data': { schema: { type: 'object' } } } }, responses: sending }
  if (method === 'POST') return { ...said, requestBody: { required: true, content: { 'application/json': { schema: ref('form-sent') } } }, responses: sending }
  if (row.program !== undefined) return { ...said, responses: { 200: json(ref(row.program.shape), 'As it stands'), ...always } }
  if (row.form === true) return { ...said, responses: { 200: json(ref('form-open'), 'The form as it stands'), 303: { description: 'There is nothing to fill in now' }, ...always } }
  if (isExport(row)) return { ...said, responses: { 200: { description: 'A file', content: { '*/*': {} } }, ...always } }
  return undefined
}

/** The document. */
export function openApi(rows: readonly Route[]): Json {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const row of rows.filter(({ byPeople }) => byPeople !== true)) {
    const operation = operationOf(row)
    if (operation === undefined) continue
    const names = [...row.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
    const at = paths[row.path.replaceAll(/:(\w+)/g, '{$1}')] ??= names.length === 0 ? {} : {
      parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    }
    at[row.method.toLowerCase()] = operation
  }
  return {
    openapi: '3.1.0', jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Holdfast', version: '1',
      description: 'The addresses are those of the pages. Ask a form with GET for its fields, the values it stands at and its version; send it to the same address.',
    },
    security: [{ key: [] }], paths,
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key that a person made on their account page' } }, schemas },
  }
}

const text = { type: 'string' } as const
const object = (properties: Json, optional: readonly string[] = []): Json =>
  ({ type: 'object', properties, required: Object.keys(properties).filter((name) => !optional.includes(name)) })
const problemFields = { type: text, title: text, status: { type: 'integer' } }
const version = { type: 'integer', minimum: 1 }

/** Shapes that every form shares, and each kind of record (`record-…`). */
const schemas: Json = {
  problem: object({ ...problemFields, detail: text, reference: text, leadsTo: text }, ['detail', 'reference', 'leadsTo']),
  wrong: object({ ...problemFields, detail: text, errors: { type: 'array', items: object({ field: text, text }) }, leadsTo: text }, ['detail', 'errors', 'leadsTo']),
  'changed-meanwhile': object({
    ...problemFields, detail: text, version: { ...version, description: 'To send again, after a look at what stands there now' }, changedBy: text,
    changedAt: { ...text, format: 'date-time' }, now: { type: 'object' }, changedByThemAlone: { type: 'array', items: text }, changedByBoth: { type: 'array', items: text },
  }),
  'form-open': object({
    title: text,
    send: { oneOf: [object({ method: { const: 'POST' }, address: text, contentType: { const: 'application/json' } }), { type: 'null' }], description: 'Null for a form that people alone can fill in' },
    version: { type: ['integer', 'null'], description: 'To be sent back; null where nothing is revised' },
    values: { type: 'object', description: 'What stands in it now, by field' },
    schema: { type: 'object', description: 'The shape of the values: JSON Schema 2020-12' },
  }),
  'form-sent': {
    type: 'object', additionalProperties: false,
    properties: { version, values: { type: 'object', description: 'Fields by the schema that GET tells. One that is left out stays as it is; null empties it' } },
  },
  done: object({
    done: { type: ['string', 'null'], description: 'What a person reads; null where the page says nothing' }, leadsTo: { ...text, description: 'The page on which a person goes on' },
    records: { type: 'array', items: object({ type: text, recordId: { ...text, format: 'uuid' }, version }), description: 'What was written' },
  }),
  written: object({
    child: text,
    kinds: {
      type: 'array', items: object({
        kind: { enum: recordTypes.filter(({ about }) => about === 'child').map(({ name }) => name) }, schema: { type: 'object' },
        records: {
          type: 'array', items: object({
            id: { ...text, format: 'uuid' }, partOf: { type: ['string', 'null'], format: 'uuid' },
            versions: { type: 'array', items: object({ version, writtenBy: object({ personId: { ...text, format: 'uuid' }, name: text }), writtenAt: { ...text, format: 'date-time' }, values: { type: 'object' } }) },
          }),
        },
      }),
    },
  }),
  ...Object.fromEntries(recordTypes.map((type) => [`record-${nameOfType(type.name)}`, schemaOf(type)])),
}
