#!/usr/bin/env node
// npx holdfast <command>: installs and builds what is missing (nothing, usually), then runs the command line.
import { checkNode, runHoldfast } from '../scripts/project.mjs'

checkNode()
await runHoldfast(process.argv.slice(2))
