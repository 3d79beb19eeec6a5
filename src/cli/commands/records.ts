import { findChild } from '../../app/childPage.ts'
import { namesIn, slugOf, writtenAbout, writtenAsCsv, writtenAsJson } from '../../app/childRecords.ts'
import { UsageError } from '../../edge/operator.ts'
import type { Command } from '../command.ts'
import { formatOption } from '../formatOption.ts'
import { exitCodes, say, tell } from '../output.ts'
import { asOperator } from '../withHoldfast.ts'

export const records: Command = {
  name: 'records',
  summary: 'Everything that people wrote about one child',
  help: `holdfast records CHILD [--kind "own words"] [--format json|csv] [--authority 990]

  CHILD          the authority's own number for the child
  --kind NAME    one kind of record, such as "own words" or action; every kind when not given
  --format NAME  json (every version of every record, with the shape of each kind) or csv (one kind, so --kind is needed)
  --authority N  the authority's DfE number, when more than one is held

What a child did not want everybody to know is not in it, and no restricted record is.
Exit codes: 0 done, 1 there is no such child, 2 given wrongly, 3 failed.`,
  options: { kind: { type: 'string' }, format: { type: 'string' }, authority: { type: 'string' } },
  run: ({ values, words }) => {
    const format = formatOption(values['format'], ['json', 'csv'])
    const [code] = words
    const kind = typeof values['kind'] === 'string' ? values['kind'].replaceAll(' ', '-') : null
    if (code === undefined || words.length > 1) throw new UsageError('Say which child: holdfast records CHILD.')
    if (format === 'csv' && kind === null) throw new UsageError('Say which kind with --kind: a CSV file holds one.')
    return asOperator(values['authority'], async (holdfast, actor) => {
      const childId = await holdfast.work(actor, { name: 'child asked', act: ['see', 'child overview'], detail: { from: 'command line' } }, (work) => findChild(work, code))
      if (childId === undefined) {
        tell(`There is no child ${code}.`)
        return exitCodes.refused
      }
      const detail = { from: 'command line', format, ...(kind === null ? {} : { kind }) }
      return holdfast.work(actor, { name: 'everything written exported', act: ['export', 'everything written'], childId, detail }, async (work) => {
        const all = await writtenAbout(work, childId)
        const kinds = kind === null ? all : all.filter(({ type }) => slugOf(type) === kind)
        const [first] = kinds
        if (format === 'json') say(JSON.stringify(writtenAsJson(code, kinds), null, 2))
        else if (first === undefined) tell('Nothing of this kind is written.')
        else for await (const part of writtenAsCsv(first, await namesIn(work, kinds))) process.stdout.write(part)
        return exitCodes.done
      })
    })
  },
}
