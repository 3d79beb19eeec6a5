/** Returns: what was brought in, bringing one in, and how far it is. */
import { importList, importReport, type ImportReport } from '../../app/imports.ts'
import { csvFile } from '../csv.ts'
import { confirmAnswer } from '../forms/takeForm.ts'
import { isId } from '../ids.ts'
import type { Ask, Handler, Page } from '../route.ts'
import { importModel, progressOf } from '../views/import/view.ts'
import { importsModel } from '../views/imports/view.ts'
import { newImportModel, yearAsked, newImportErrors, type NewImportAsked } from '../views/new-import/view.ts'
import { momentWords, yearWords } from '../words/dates.ts'
import { hasEnded } from '../words/imports.ts'

/** `GET /returns` */
export const returns: Handler = async ({ work }) => ({
  kind: 'page', view: 'imports', room: 'returns', title: 'Returns', model: importsModel(await importList(work)),
})

function formPage({ work, today }: Ask, sent: NewImportAsked | null): Page {
  work.allow('record', 'imports')
  return {
    kind: 'page', view: 'new-import', room: 'returns', title: 'Bring in a return', status: sent === null ? 200 : 422,
    model: newImportModel(work.actor.authorityName, today, null, sent),
  }
}

/** `GET /returns/new` */
export const newReturn: Handler = (ask) => Promise.resolve(formPage(ask, null))

/** `POST /returns` */
export const bringIn: Handler = async (ask) => {
  const { work, today, form, uploads, imports } = ask
  work.allow('record', 'imports')
  const sent: NewImportAsked = {
    year: form.get('year') ?? '', files: uploads.get('files') ?? [], lastYearFiles: uploads.get('last-year-files') ?? [],
  }
  const collectionYear = yearAsked(sent, today)
  if (collectionYear === undefined || newImportErrors(sent, today).errors.length > 0) return formPage(ask, sent)
  const id = await imports.accept(work, { collectionYear, files: sent.files, lastYearFiles: sent.lastYearFiles })
  return { kind: 'redirect', to: `/returns/${id}` }
}

async function reportOf({ work, params }: Ask): Promise<ImportReport | undefined> {
  const id = params['importId'] ?? ''
  return isId(id) ? importReport(work, id) : undefined
}

/** `GET /returns/:importId` */
export const oneReturn: Handler = async (ask) => {
  const report = await reportOf(ask)
  if (report === undefined) return { kind: 'not found' }
  return {
    kind: 'page', view: 'import', room: 'returns', title: `Return ${yearWords(report.collectionYear)}`, model: importModel(report),
  }
}

/** `GET /returns/:importId/progress.json` */
export const progress: Handler = async (ask) => {
  const report = await reportOf(ask)
  return report === undefined ? { kind: 'not found' } : { kind: 'json', body: progressOf(report) }
}

/** `GET /returns/:importId/notes.csv` */
export const notesFile: Handler = async (ask) => {
  const report = await reportOf(ask)
  if (report === undefined) return { kind: 'not found' }
  return {
    kind: 'file', name: `notes-${report.collectionYear}.csv`, type: 'text/csv; charset=utf-8',
    content: csvFile(['Kind', 'File', 'Row', 'Column', 'Value', 'What', 'How to put it right', 'Rows'], report.notes, (note) => [
      note.kind, note.file, note.row, note.column, note.value, note.words, note.fix, note.count,
    ]),
  }
}

/** `GET` and `POST /returns/:importId/cancel` */
export const cancel: Handler = async (ask) => {
  const report = await reportOf(ask)
  if (report === undefined) return { kind: 'not found' }
  const to = `/returns/${report.importId}`
  const year = yearWords(report.collectionYear)
  if (hasEnded(report.status)) return { kind: 'redirect', to, ...(ask.sent ? { flash: { kind: 'notice', words: 'The import had already ended.' } as const } : {}) }
  return confirmAnswer(ask, {
    room: 'returns', title: 'Cancel this import?', button: 'Yes, cancel it', done: 'The import is being cancelled.', back: { href: to, words: `Return ${year}` },
    lead: [`The return ${year}, brought in ${momentWords(report.startedAt)}, stops, and nothing of it is brought in. You can bring it in again at any time.`],
    async save() {
      await ask.imports.cancel(ask.work, report.importId)
      return undefined
    },
  })
}
