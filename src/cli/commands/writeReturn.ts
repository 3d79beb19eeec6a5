import { mkdirSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { childrenInReturn, fileNames, restrictedWords, returnCsv, returnXml } from '../../app/returnFile.ts'
import type { Work } from '../../app/work.ts'
import { UsageError } from '../../edge/operator.ts'
import { xmlCaveats } from '../../returns/ssda903/write/xml.ts'
import type { Command } from '../command.ts'
import { formatOption } from '../formatOption.ts'
import { exitCodes, say, tell } from '../output.ts'
import { asOperator } from '../withHoldfast.ts'

/** Files being written, each opened when its first piece comes. */
class Files {
  readonly #folder: string
  readonly #open = new Map<string, FileHandle>()

  constructor(folder: string) {
    this.#folder = folder
  }

  async write(name: string, text: string): Promise<void> {
    let file = this.#open.get(name)
    if (file === undefined) this.#open.set(name, (file = await open(join(this.#folder, name), 'w', 0o600)))
    await file.writeFile(text)
  }

  async close(): Promise<readonly string[]> {
    for (const file of this.#open.values()) await file.close()
    return [...this.#open.keys()]
  }
}

async function writeFiles(work: Work, year: number, format: 'csv' | 'xml', files: Files): Promise<void> {
  if (format === 'csv') for await (const { table, text } of returnCsv(work, year)) await files.write(fileNames[table], text)
  else for await (const text of returnXml(work, year)) await files.write(`ssda903-${year}.xml`, text)
}

export const writeReturn: Command = {
  name: 'write-return',
  summary: 'Write the SSDA903 return of a collection year from what is held',
  help: `holdfast write-return --year 2026 --output FOLDER [--format csv|xml] [--authority 309]

  --year YYYY       the collection year, named by its end: 2026 is 1 April 2025 to 31 March 2026
  --output FOLDER   where to write; made when it is not there, files of the same names are overwritten
  --format NAME     csv (a file a table, when not given) or xml (one file, by the 2021 schema)
  --authority NNN   the authority's DfE number, when more than one is held

Only whoever started the command may read the files. Children whose records are restricted are not in them, for no record
names the command line; whether there are any is not told.
Exit codes: 0 written, 2 given wrongly, 3 failed.`,
  options: { year: { type: 'string' }, output: { type: 'string' }, format: { type: 'string' }, authority: { type: 'string' } },
  run({ values }) {
    const format = formatOption(values['format'] ?? 'csv', ['csv', 'xml'])
    const folder = values['output']
    if (typeof folder !== 'string') throw new UsageError('Say where to write with --output FOLDER.')
    const year = Number(values['year'])
    if (!/^\d{4}$/.test(String(values['year'])) || year < 1992 || year > 2100) {
      throw new UsageError('Say the collection year with --year, named by its end: --year 2026 for 1 April 2025 to 31 March 2026.')
    }
    return asOperator(values['authority'], async (holdfast, actor) => {
      const asked = { name: 'return written from the command line', act: ['export', 'return file'], detail: { year: String(year), format } } as const
      return holdfast.work(actor, asked, async (work) => {
        const children = await childrenInReturn(work, year)
        if (children === 0) throw new UsageError(`Nothing is held for the return of ${year}: no file was written.`)
        mkdirSync(folder, { recursive: true })
        const files = new Files(folder)
        try {
          await writeFiles(work, year, format, files)
        } finally {
          for (const name of await files.close()) say(join(folder, name))
        }
        tell(`${children.toLocaleString('en-GB')} ${children === 1 ? 'child' : 'children'}.`)
        if (format === 'xml') for (const words of xmlCaveats(year)) tell(words)
        tell(restrictedWords)
        return exitCodes.done
      })
    })
  },
}
