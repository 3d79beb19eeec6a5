/** Importing a return on Holdfast: the files on one side, the store on the other. */
import type { Actor } from '../app/work.ts'
import { filesReader, type ReturnFiles } from '../app/readFiles.ts'
import type { ImportProgress } from '../app/imports.ts'
import { isInUse } from '../core/facts/codeSets.ts'
import { recordImport, runImport, type ImportRequest, type ImportResult } from '../store/import/runImport.ts'
import { mustMay, type Holdfast } from './holdfast.ts'
import { newId } from './ids.ts'

export interface Watching {
  readonly signal?: AbortSignal
  readonly progress?: (progress: ImportProgress) => void
  readonly onFailure?: (error: unknown) => void
}

/** Notes that an import was asked for and gives it an id. Needs the right to import. */
export async function askForImport(holdfast: Holdfast, actor: Actor, files: ReturnFiles): Promise<ImportRequest> {
  mustMay(actor, ['record', 'imports'])
  const request: ImportRequest = {
    authorityId: actor.authorityId, personId: actor.personId, importId: newId(),
    collectionYear: files.collectionYear, withLastYear: files.lastYearFiles.length > 0,
  }
  await recordImport(holdfast.pool, request)
  return request
}

/** Runs an import that was asked for, to its end. */
export function runAskedImport(
  holdfast: Holdfast, request: ImportRequest, files: ReturnFiles, watching: Watching = {},
): Promise<ImportResult> {
  const { codeSets } = holdfast.rules
  const has = (set: string, code: string, year: number): boolean => {
    const found = codeSets.get(set)?.codes.get(code)
    return found !== undefined && isInUse(found, year)
  }
  return runImport(request, {
    pool: holdfast.pool,
    clocks: holdfast.clocks,
    newId,
    reader: (stage, signal, progress) => filesReader(files, { codeSets: { has }, signal, progress, stage }),
    ...watching,
  })
}
