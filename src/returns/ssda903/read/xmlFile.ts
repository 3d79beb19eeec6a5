/**
 * The rows of one XML return (format notes, section 5), streamed: one child in memory at a time.
 *
 * What the schema does not have (social workers, deprivation of liberty) is told and not guessed; what could hide
 * something (document types, text among elements, the same element twice) is refused.
 */
import { SaxesParser } from 'saxes'
import { textOf, type Encoding } from './encoding.ts'
import type { Limits } from './limits.ts'
import { shown, type FileNotes } from './notes.ts'
import type { ReturnRow, RowContext } from './row.ts'
import type { ByteSource } from './sources.ts'
import type { XmlChild, XmlChildren, XmlElement } from './xmlChild.ts'
import { xmlFacts } from './xmlFacts.ts'
import { cellOfTag, CHILDID, elementShapes, flatTypeOfTag, ROOT, UASC } from './xmlShape.ts'

export interface XmlReading {
  readonly source: ByteSource
  readonly encoding: Encoding
  readonly context: RowContext
  readonly limits: Limits
  readonly signal: AbortSignal | undefined
  readonly push: (row: ReturnRow) => void | Promise<void>
  readonly onBytes: (count: number) => void
}

/** Reads an XML return; gives how many facts it held. */
export async function readXml(reading: XmlReading): Promise<number> {
  const { push, context } = reading
  const ready: ReturnRow[] = []
  let facts = 0
  const give = async (): Promise<void> => {
    for (const row of ready) {
      facts += 1
      const waiting = push(row)
      if (waiting !== undefined) await waiting
    }
    ready.length = 0
  }
  await readDocument(reading, xmlFacts(context, (row) => ready.push(row)), give)
  return facts
}

/** Thrown through the parser to stop it, once a refusal makes going on senseless. */
class Stop extends Error {}

/**
 * Reads the children of an XML return; `between` is waited for after each piece of the text. False when it had to stop
 * before the end, which is refused in the notes.
 */
export async function readDocument(
  { source, encoding, limits, signal, onBytes, context: { notes } }: Omit<XmlReading, 'push' | 'context'> & { readonly context: { readonly notes: FileNotes } },
  children: XmlChildren,
  between: () => Promise<void>,
): Promise<boolean> {
  const document = documentReader(notes, limits, children)
  try {
    for await (const text of textOf(source, encoding, signal, onBytes)) {
      document.write(text)
      await between()
    }
    document.write(null)
    await between()
  } catch (error) {
    if (error instanceof Stop) return false
    throw error
  }
  document.finish()
  return true
}

interface DocumentReader {
  /** Takes a piece of the text; null at its end. */
  write(text: string | null): void
  finish(): void
}

const DEEPEST = 32
/** A hostile file must not fill the notes with names of elements. */
const UNKNOWN_NAMED = 50

function documentReader(notes: FileNotes, limits: Limits, children: XmlChildren): DocumentReader {
  const parser = new SaxesParser({ xmlns: false })
  const numbers = numbering()
  const path: string[] = []
  /** Length of the path at the unknown element we are inside of; 0 when in none. */
  let unknownAt = 0
  let lastEvent = 0
  let text = ''
  let child: XmlChild | undefined
  let element: XmlElement | undefined

  const stop = (words: string, fix: string): never => {
    notes.refuse(words, fix)
    throw new Stop()
  }
  const here = (): string => path[path.length - 1] ?? ''

  function openTag(raw: string, attributes: Readonly<Record<string, string>>): void {
    lastEvent = parser.position
    const tag = raw.slice(raw.indexOf(':') + 1)
    sayNamespaces(raw, tag, attributes, notes, numbers)
    if (path.length === 0 && tag !== ROOT) {
      stop(
        `The outermost element is ${shown(tag)}, not ${ROOT}: this is no SSDA903 return.`,
        `Give the XML return that the 903 system makes, which begins with <${ROOT}>.`,
      )
    }
    if (path.length >= DEEPEST) stop(`Elements lie more than ${DEEPEST} deep in one another, at line ${parser.line}.`, 'Check that the file is an SSDA903 return.')
    if (unknownAt === 0) {
      refuseMixed(here())
      if (isKnown(tag)) begin(tag)
      else {
        unknownAt = path.length + 1
        sayUnknown(tag)
      }
    }
    path.push(tag)
    text = ''
  }

  /** Whether an element has a meaning where it stands. */
  function isKnown(tag: string): boolean {
    if (element !== undefined) return here() === element.shape.tag && cellOfTag(element.shape.type, tag) !== undefined
    switch (path.length) {
      case 0:
        return true
      case 1:
        return tag === 'CHILD'
      case 2:
        return tag === 'HEADER' || elementShapes.get(tag)?.inside === 'CHILD'
      case 3:
        return (
          here() === 'HEADER' &&
          (tag === CHILDID || tag === UASC || flatTypeOfTag.has(tag) || elementShapes.get(tag)?.inside === 'HEADER')
        )
      default:
        return false
    }
  }

  function sayUnknown(tag: string): void {
    const key = `unknown ${tag}`
    if (numbers.known(key) || numbers.size() < UNKNOWN_NAMED) {
      notes.gather('remark', key, `The element ${shown(tag)} in ${here()} is not known here and was not read.`, numbers.next(key), null, null)
    } else notes.gather('remark', 'unknown', 'More elements are not known here and were not read.', numbers.next('unknown'), null, null)
  }

  function begin(tag: string): void {
    const shape = elementShapes.get(tag)
    if (path.length === 1) child = children.begin()
    else if (tag === 'HEADER') {
      if (child?.begunHeader(numbers.next(tag)) === false) stop(`A CHILD has two HEADER elements, at line ${parser.line}.`, 'Keep one HEADER for each CHILD.')
    } else if (shape !== undefined) {
      element = child?.element(shape, numbers.next(tag))
      if (child !== undefined && child.size() > limits.rowsOfOneChild) {
        stop(`A CHILD holds more than ${limits.rowsOfOneChild.toLocaleString('en-GB')} elements, at line ${parser.line}.`, 'Check that the file is one return.')
      }
    }
  }

  function closeTag(): void {
    lastEvent = parser.position
    const depth = path.length
    const tag = path.pop() ?? ''
    if (unknownAt > 0) {
      if (depth === unknownAt) unknownAt = 0
      text = ''
      return
    }
    if (element !== undefined && tag !== element.shape.tag) fill(element.fill(tag, text), tag)
    else if (element === undefined && depth === 4) fill(child?.fill(tag, text) ?? true, tag)
    else {
      refuseMixed(tag)
      if (element !== undefined) {
        child?.end(element)
        element = undefined
      } else if (depth === 2 && child?.end() === false) stop(`A CHILD has no HEADER, at line ${parser.line}.`, 'Give every CHILD a HEADER with its CHILDID.')
    }
    text = ''
  }

  function fill(once: boolean, tag: string): void {
    if (!once) stop(`The element ${tag} is there twice, at line ${parser.line}.`, `Keep one ${tag}.`)
  }

  function refuseMixed(inside: string): void {
    if (text.trim() === '') return
    stop(`Text stands among the elements of ${inside}, at line ${parser.line}: ${shown(text.trim())}.`, 'Put each value into its own element.')
  }

  parser.on('opentag', ({ name, attributes }) => openTag(name, attributes))
  parser.on('closetag', closeTag)
  const onText = (more: string): void => {
    lastEvent = parser.position
    if (unknownAt === 0) text += more
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('doctype', () => {
    stop('The file declares a document type (DOCTYPE), which can hide harmful entities.', 'Take away the DOCTYPE; a return needs none.')
  })
  parser.on('error', ({ message }) => {
    const what = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
    stop(
      `The XML is broken at line ${parser.line}, character ${parser.column}: ${shown(what)}.`,
      'Save the file again from the system that made it; it may have been cut short or edited by hand.',
    )
  })

  return {
    write(piece) {
      parser.write(piece)
      // The parser holds on to a text, comment or tag until it ends.
      if (parser.position - lastEvent > limits.lineCharacters) {
        stop(
          `Something is longer than ${limits.lineCharacters.toLocaleString('en-GB')} characters without a tag, near line ${parser.line}.`,
          'Check that the file is an SSDA903 return.',
        )
      }
    },
    finish() {
      children.finish()
      notes.finish()
      if (numbers.of('HEADER') === 0) notes.say('remark', 'The file holds no child.')
    },
  }
}

interface Numbering {
  next(key: string): number
  of(key: string): number
  known(key: string): boolean
  size(): number
}

/** Running numbers of each kind of element. */
function numbering(): Numbering {
  const met = new Map<string, number>()
  const of = (key: string): number => met.get(key) ?? 0
  return {
    next(key) {
      met.set(key, of(key) + 1)
      return of(key)
    },
    of,
    known: (key) => met.has(key),
    size: () => met.size,
  }
}

function sayNamespaces(raw: string, tag: string, attributes: Readonly<Record<string, string>>, notes: FileNotes, numbers: Numbering): void {
  const gather = (key: string, words: string, value: string): void => notes.gather('remark', key, words, numbers.next(key), null, value)
  if (raw !== tag) gather('namespace prefix', 'Elements have a namespace prefix, which was left out of account.', raw)
  for (const name in attributes) {
    if (name === 'xmlns') gather('default namespace', 'The file declares a namespace, which was left out of account.', attributes[name] ?? '')
    else if (!/^(xmlns|xsi|xml):/.test(name)) gather('attributes', 'Attributes of elements were not read.', name)
  }
}
