/**
 * How wide a text is in Arial (Helvetica and Liberation Sans have the same metrics), in thousandths of the font size.
 * The drawing is made on a server that has no browser to measure with; a label that is thought narrower than it is
 * would run into its neighbour, so unknown characters count as a full em and kerning is left out.
 */
const regular: readonly number[] = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722,
  778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,
  556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]
const bold: readonly number[] = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611,
  611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
]
const others: Readonly<Record<string, number>> = { '·': 278, '…': 1000, '–': 556, '’': 278, '‘': 278, '£': 556, é: 556, '→': 1000 }

/** Width in the units of `size` (px), at least as wide as a browser draws it. */
export function textWidth(text: string, size: number, weight: 'regular' | 'bold' = 'regular'): number {
  const table = weight === 'bold' ? bold : regular
  let width = 0
  for (const character of text) {
    width += table[(character.codePointAt(0) ?? 0) - 32] ?? others[character] ?? 1000
  }
  return (width * size) / 1000
}

/** The text, or as much of its beginning as fits with an ellipsis; null when not even two characters of it do. */
export function fitText(text: string, room: number, size: number, weight: 'regular' | 'bold' = 'regular'): string | null {
  if (textWidth(text, size, weight) <= room) return text
  const characters = [...text]
  let used = textWidth('…', size, weight)
  let keep = 0
  for (const character of characters) {
    used += textWidth(character, size, weight)
    if (used > room) break
    keep += 1
  }
  return keep < 2 ? null : `${characters.slice(0, keep).join('').trimEnd()}…`
}

/** The text in at most `lines` lines of `room`, broken between words; what does not fit ends in an ellipsis. */
export function wrapText(text: string, room: number, size: number, lines: number, weight: 'regular' | 'bold' = 'regular'): readonly string[] {
  const out: string[] = []
  let line = ''
  const words = text.split(' ')
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer, size, weight) <= room) {
      line = longer
      continue
    }
    if (line !== '' && out.length < lines - 1) {
      out.push(line)
      line = word
      continue
    }
    const rest = [line, ...words.slice(index)].filter((part) => part !== '').join(' ')
    return [...out, fitText(rest, room, size, weight) ?? '…']
  }
  return [...out, fitText(line, room, size, weight) ?? '…']
}
