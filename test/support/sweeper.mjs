// Clears away after a test run: waits for the run's process to end, however it ends (a killed one cannot do it itself),
// then stops the run's server and removes its folder, or drops the run's databases from a server that was given.
// Arguments: process of the run, its folder, the beginning of its databases' names.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const [run, folder, prefix] = process.argv.slice(2)

const lives = (pid) => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  try {
    return !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true
  }
}

const server = () => {
  try {
    return Number(readFileSync(join(folder, 'postgresql/postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

while (lives(Number(run))) await sleep(100)

const pid = server()
// Nothing in it is worth writing down, so it may stop at once.
if (pid > 0 && lives(pid)) process.kill(pid, 'SIGQUIT')
for (let waited = 0; pid > 0 && lives(pid) && waited < 20_000; waited += 50) await sleep(50)
rmSync(folder, { recursive: true, force: true })

const given = process.env.HOLDFAST_TEST_DATABASE_URL ?? ''
if (given !== '') {
  const { default: pg } = await import('pg')
  const client = new pg.Client(given)
  await client.connect()
  const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [`${prefix}_`])
  for (const { datname } of rows) await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`)
  await client.end()
}
