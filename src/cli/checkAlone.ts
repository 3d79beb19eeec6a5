/**
 * `holdfast check` and nothing else. The bundle has it as one plain script: it starts in less than half the time of the
 * modules in pieces, and a check of one authority's return is over in a moment.
 */
import { runCommandLine } from './commandLine.ts'
import { check } from './commands/check.ts'

void runCommandLine({ check: () => Promise.resolve(check) })
