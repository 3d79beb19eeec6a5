// npm start: from a fresh checkout to the first page. Installs and builds what is missing, then serves a demonstration
// authority; words after `npm start --` go to `holdfast serve`.
import { checkNode, runHoldfast } from './project.mjs'

// npm that is told to stop (by a supervisor, or `kill`) stops only the shell it put between itself and us. Without this
// we would run on, unseen; so the end of that shell counts as being told to stop.
if (process.env.npm_lifecycle_event === 'start') {
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}

checkNode()
await runHoldfast(['serve', '--demonstration', ...process.argv.slice(2)])
