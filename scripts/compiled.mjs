// Runs one script of the bundle from what V8 made of it the first time, kept beside it: to compile it takes a tenth of a
// check. Whatever is kept is only a matter of time: where it cannot be used or written, the script is compiled as ever.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

// Required, not imported: to import one of Node's own has a second face made of it, name by name.
const require = createRequire(import.meta.url)
const v8 = require('node:v8')
const vm = require('node:vm')
const zlib = require('node:zlib')

/** Runs a script that is written as a function of `require` and `__dirname`, as `build.mjs` writes the check's. */
export function runCompiled(path) {
  const source = readFileSync(path)
  const text = source.toString()
  // One for each V8 and each set of its flags, so that two Nodes of one machine do not take turns to throw out the other's.
  const kept = `${path}.${v8.cachedDataVersionTag().toString(16)}`
  const cachedData = readKept(kept, source)
  const script = cachedData === undefined ? compileWhole(text, path) : new vm.Script(text, { filename: path, cachedData })
  if (cachedData === undefined) keep(kept, source, script.createCachedData())
  // What V8 does not take, for a reason of its own, is made anew the next time.
  else if (script.cachedDataRejected) rmSync(kept, { force: true })
  script.runInThisContext()(createRequire(path), dirname(path))
}

/**
 * V8 looks at its own version and flags and at the length of a script, not at its text, and takes damage for granted: what
 * is kept begins with a checksum of both, so that it is never run for another script, nor when it is not whole.
 */
function readKept(kept, source) {
  try {
    const held = readFileSync(kept)
    const compiled = held.subarray(4)
    return held.length > 4 && held.readUInt32LE(0) === checksum(source, compiled) ? compiled : undefined
  } catch {
    return undefined
  }
}

const checksum = (source, compiled) => zlib.crc32(compiled, zlib.crc32(source))

/** Compiles also what this run may not come to: the next may. */
function compileWhole(text, path) {
  v8.setFlagsFromString('--no-lazy')
  try {
    return new vm.Script(text, { filename: path })
  } finally {
    v8.setFlagsFromString('--lazy')
  }
}

function keep(kept, source, compiled) {
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(checksum(source, compiled))
  const making = `${kept}.${process.pid}`
  try {
    writeFileSync(making, Buffer.concat([sum, compiled]))
    renameSync(making, kept)
  } catch {
    // Built by somebody else and not ours to write, or swapped for a new one meanwhile.
    rmSync(making, { force: true })
  }
}
