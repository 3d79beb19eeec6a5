/**
 * What the reader says about the files it was given: what it refuses, what it mended and what is worth knowing.
 *
 * Refusals are told one by one (up to a limit, then counted), because each must be put right. Mends and remarks of one
 * kind are gathered into one note for a file, with the first row and a count, so that 9,000 mended cells are one line.
 */

/** One thing the reader says about a file. A `refusal` stops the import; a `mend` tells what was put right; a `remark` only informs. */
export interface ReadNote {
  readonly kind: 'refusal' | 'mend' | 'remark'
  readonly file: string | null
  /** Row as a spreadsheet numbers it (header = 1); null when about the whole file. */
  readonly row: number | null
  readonly column: string | null
  readonly value: string | null
  /** What is wrong or was mended, in words. */
  readonly words: string
  /** How to put it right; null for mends and remarks. */
  readonly fix: string | null
  /** How many rows this stands for, when alike notes were gathered. */
  readonly count: number
}

/** Where in a file a note points. */
export interface Place {
  readonly row?: number
  readonly column?: string
  readonly value?: string
}

/** Notes about one file. */
export interface FileNotes {
  /** `count` when it stands for several rows. */
  refuse(words: string, fix: string, place?: Place, count?: number): void
  /** Adds to the one note of this key, or begins it: the first row, column and value are kept and rows counted. */
  gather(kind: 'mend' | 'remark', key: string, words: string, row: number, column: string | null, value: string | null): void
  /** One note that stands alone; `count` when it stands for several rows. */
  say(kind: 'mend' | 'remark', words: string, place?: Place, count?: number): void
  /** Ends the file: gathered notes join the list. */
  finish(): void
}

export interface Notes {
  /** Notes about one file, or about the return as a whole (null). */
  about(file: string | null): FileNotes
  refused(): boolean
  /** All notes, refusals beyond the limit as one last count. */
  list(): readonly ReadNote[]
}

const LONGEST_SHOWN = 100

/** Text short enough to show: a hostile cell or file name must not become the page. */
export const shown = (text: string): string =>
  text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`

/** `1 row`, `2 rows`; large numbers with commas. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`

/** An empty book of notes. `listed` is how many refusals are told one by one. */
export function collectNotes(listed: number): Notes {
  const notes: ReadNote[] = []
  let refusals = 0

  const about = (name: string | null): FileNotes => {
    const file = name === null ? null : shown(name)
    const gathered = new Map<string, { note: ReadNote; count: number; lastRow: number }>()
    return {
      refuse(words, fix, place = {}, count = 1) {
        refusals += 1
        if (refusals <= listed) notes.push(noteOf('refusal', file, words, fix, place, count))
      },
      gather(kind, key, words, row, column, value) {
        const held = gathered.get(key)
        if (held === undefined) {
          const place = { row, ...(column === null ? {} : { column }), ...(value === null ? {} : { value }) }
          gathered.set(key, { note: noteOf(kind, file, words, null, place, 1), count: 1, lastRow: row })
        } else if (held.lastRow !== row) {
          held.count += 1
          held.lastRow = row
        }
      },
      say(kind, words, place = {}, count = 1) {
        notes.push(noteOf(kind, file, words, null, place, count))
      },
      finish() {
        for (const { note, count } of gathered.values()) notes.push({ ...note, count })
        gathered.clear()
      },
    }
  }

  return {
    about,
    refused: () => refusals > 0,
    list() {
      const unlisted = refusals - listed
      if (unlisted <= 0) return notes
      const words = `${counted(unlisted, 'more refusal is', 'more refusals are')} not listed.`
      return [...notes, noteOf('refusal', null, words, 'Put right those listed and bring the return in again.', {}, unlisted)]
    },
  }
}

function noteOf(
  kind: ReadNote['kind'],
  file: string | null,
  words: string,
  fix: string | null,
  { row, column, value }: Place,
  count: number,
): ReadNote {
  return {
    kind,
    file,
    row: row ?? null,
    column: column === undefined ? null : shown(column),
    value: value === undefined ? null : shown(value),
    words,
    fix,
    count,
  }
}
