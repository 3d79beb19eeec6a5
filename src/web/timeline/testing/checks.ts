/** What must hold of every drawing, for the tests by example and those by property. */
import { SaxesParser } from 'saxes'
import { intersects, labelBox, type Drawing } from '../drawing.ts'

/** Pairs of labels that share ground, as words; empty in a drawing that can be read. */
export function overlaps(drawing: Drawing): readonly string[] {
  const boxes = drawing.labels.map((label) => ({ label, box: labelBox(label) }))
  return boxes.flatMap((one, index) => boxes.slice(index + 1)
    .filter((other) => intersects(one.box, other.box))
    .map((other) => `${one.label.lane} "${one.label.text}" and ${other.label.lane} "${other.label.text}"`))
}

/** Labels that run out of the drawing. */
export function outside(drawing: Drawing): readonly string[] {
  return drawing.labels.filter((label) => {
    const { x, y, width, height } = labelBox(label)
    return x < -0.5 || y < -0.5 || x + width > drawing.width + 0.5 || y + height > drawing.height + 0.5
  }).map((label) => label.text)
}

export interface Read {
  /** Values of `data-key`, in the order of the document. */
  readonly keys: readonly string[]
  readonly elements: ReadonlySet<string>
  readonly attributes: ReadonlySet<string>
  /** All text, of one element a string. */
  readonly texts: readonly string[]
  readonly ids: readonly string[]
}

/** Reads the drawing as XML; throws where it is not well formed. */
export function readXml(svg: string): Read {
  const keys: string[] = []
  const elements = new Set<string>()
  const attributes = new Set<string>()
  const texts: string[] = []
  const ids: string[] = []
  const parser = new SaxesParser({})
  parser.on('error', (error) => { throw error })
  parser.on('opentag', (tag) => {
    elements.add(tag.name)
    for (const [name, value] of Object.entries(tag.attributes)) {
      attributes.add(name)
      if (name === 'data-key') keys.push(String(value))
      if (name === 'id') ids.push(String(value))
    }
  })
  parser.on('text', (text) => { if (text.trim() !== '') texts.push(text) })
  parser.write(svg).close()
  return { keys, elements, attributes, texts, ids }
}
