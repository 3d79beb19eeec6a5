/** The database Holdfast works on: the one it was given, or one of its own beside it. */
import pg from 'pg'
import { chooseAccount } from './account.ts'
import { clusterMajor, ensureCluster, ownName } from './cluster.ts'
import { codeOf } from './postmasterFile.ts'
import { ask, ownerLogin } from './presence.ts'
import { findPrograms, oldestMajor, type Programs } from './programs.ts'
import { type Log, openServer } from './server.ts'

export type { Log } from './server.ts'

export interface OpenedDatabase {
  /** The administrative login: owns the tables and runs the migrations. Requests serve under `holdfast_app` instead. */
  readonly connection: pg.PoolConfig
  /** `given` by DATABASE_URL; else Holdfast's own, of the `embedded` npm package or the machine's (`system`). */
  readonly kind: 'given' | 'embedded' | 'system'
  /** One sentence for the log: which database this is. */
  readonly words: string
  /** Call after every connection is closed. Stops a server of our own unless another process uses it; may be repeated. */
  stop(): Promise<void>
}

/** What tests change: the programs there are, further server settings, whether root may use namespaces, milliseconds to wait. */
export interface Circumstances {
  readonly programs?: () => readonly Programs[]
  readonly extra?: readonly string[]
  readonly mayMap?: boolean
  readonly patience?: number
}

/**
 * Opens the database: DATABASE_URL; else PostgreSQL from npm in the data folder; else the machine's PostgreSQL there.
 * Meant for trial and single-site use: production is a managed or packaged PostgreSQL named in DATABASE_URL.
 * @throws when there is no PostgreSQL, or the data folder cannot be used, with what to do
 */
export async function openDatabase(
  settings: { readonly databaseUrl: string | null; readonly dataFolder: string },
  log: Log,
  circumstances: Circumstances = {},
): Promise<OpenedDatabase> {
  if (settings.databaseUrl !== null) {
    const connection = { connectionString: settings.databaseUrl }
    return { connection, kind: 'given', words: 'The database DATABASE_URL names.', stop: () => Promise.resolve() }
  }
  const { dataFolder } = settings
  const chosen = choose((circumstances.programs ?? findPrograms)(), dataFolder)
  const account = chooseAccount(chosen, dataFolder, circumstances.mayMap)
  await ensureCluster(account, dataFolder)
  const server = await openServer(account, dataFolder, log, circumstances)
  await ensureDatabase(server.socketFolder)
  const source = chosen.kind === 'embedded' ? 'from npm' : `of this machine (${chosen.bin})`
  return {
    connection: ownerLogin(server.socketFolder, ownName),
    kind: chosen.kind,
    words: `PostgreSQL ${chosen.version} ${source} in ${dataFolder}, run as ${account.words}${server.startedHere ? '' : ', running already'}.`,
    stop: server.stop,
  }
}

/** Programs of the major version that made the cluster, the first found when there is none yet. */
function choose(found: readonly Programs[], dataFolder: string): Programs {
  const major = clusterMajor(dataFolder)
  const chosen = found.find((one) => major === null || one.major === major)
  if (chosen !== undefined) return chosen
  if (major !== null && found.length > 0) {
    throw new Error(
      `The database in ${dataFolder} was made by PostgreSQL ${major}; here is only ${found.map((one) => one.version).join(', ')}. ` +
        `Install PostgreSQL ${major}, or set HOLDFAST_DATA to another folder.`,
    )
  }
  throw new Error(
    `There is no PostgreSQL here. Run "npm ci" with optional packages, or install PostgreSQL ${oldestMajor} or newer, ` +
      'or set DATABASE_URL to a PostgreSQL server.',
  )
}

async function ensureDatabase(socketFolder: string): Promise<void> {
  const answer = await ask(socketFolder)
  if (answer.kind !== 'answers') throw new Error(`The database server behind ${socketFolder} stopped while Holdfast was starting. Start again.`)
  try {
    const { rowCount } = await answer.client.query('select from pg_database where datname = $1', [ownName])
    if (rowCount === 0) await answer.client.query(`create database ${pg.escapeIdentifier(ownName)}`)
  } catch (error) {
    // 42P04, or 23505 at the very same moment: another process made it first.
    if (!['42P04', '23505'].includes(codeOf(error) ?? '')) throw error
  } finally {
    await answer.client.end()
  }
}
