/** `npm run bench [name …]`: runs the benchmarks and prints their ratios, all on this machine in this run. */
import { cpus } from 'node:os'
import { accessBench } from './access.ts'
import type { Bench } from './bench.ts'
import { checkBench } from './check.ts'
import { clocksBench } from './clocks.ts'
import { importBench } from './import.ts'
import { memoryBench } from './memory.ts'
import { endBench } from './surroundings.ts'
import { trackerBench } from './tracker.ts'

const benches: readonly Bench[] = [clocksBench, checkBench, importBench, trackerBench, accessBench, memoryBench]
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name))
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are ${benches.map((bench) => bench.name).join(', ')}.\n`)
  process.exit(2)
}
process.stdout.write(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}\n`)
try {
  for (const bench of benches) if (wanted.length === 0 || wanted.includes(bench.name)) await bench.run()
} finally {
  await endBench()
}
