/** Another Holdfast process beside the test's own, opening the same data folder; it can be killed as a real one can. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectFolder } from '../../src/edge/settings.ts'

export interface OtherProcess {
  readonly child: ChildProcess
  /** What it said when the database was open. */
  readonly opened: Promise<string>
  /** Lets it stop as it would on Ctrl-C, and waits for its end. */
  leave(): Promise<void>
  /** kill -9, and waits for its end. */
  kill(): Promise<void>
}

export function otherProcess(dataFolder: string): OtherProcess {
  const program = join(projectFolder, 'test/support/openInProcess.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, dataFolder], { cwd: projectFolder, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const opened = new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (words: Buffer) => resolve(words.toString('utf8').trim()))
    void ended.then(() => reject(new Error('The other process ended without opening the database.')))
  })
  // A test that kills it on purpose need not look at what it said.
  opened.catch(() => undefined)
  return {
    child,
    opened,
    leave: async () => {
      child.stdin.end()
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
