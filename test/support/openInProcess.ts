/** Opens the database of the folder given as argument, says so in one line, and leaves it when its input ends. */
import { openDatabase } from '../../src/edge/database/openDatabase.ts'

const dataFolder = process.argv[2] ?? ''
const quiet = { info: () => undefined, warn: () => undefined }
const opened = await openDatabase({ databaseUrl: null, dataFolder }, quiet)
process.stdout.write(`${opened.words}\n`)
process.stdin.resume()
process.stdin.once('end', () => void opened.stop())
