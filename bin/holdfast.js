#!/usr/bin/env node
// npx holdfast <command>: installs and builds what is missing (nothing, usually), then runs the command line.
import { checkNode, ensureInstalled, runHoldfast } from '../scripts/project.mjs'

checkNode()
await ensureInstalled()
await runHoldfast(process.argv.slice(2))
