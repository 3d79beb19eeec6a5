/**
 * The access table: who may see and do what, one block a role. Roles that work together share a file of `grants/`.
 * Everything that is not there is denied.
 *
 * Read a line as: "may see, of the plan, when the child is allocated to them, because …". `mayNot` says aloud what the
 * source forbids; a test holds the grants to it. What depends on who did what (nobody approves their own plan) is in
 * `duties.ts`; locks (restricted records, own family) are in `decide.ts` and stand above every line here.
 *
 * Source: domain notes part 4, row by row. Lines marked "ours" are our reading, to be confirmed by a council.
 */
import { cellsOf, indexed, type RoleBlock } from './grants.ts'
import { systemAdministrator } from './grants/administration.ts'
import { familyFinder, regionalAgencyManager, agencyDecisionMaker, adopterDecisionMaker } from './grants/adoption.ts'
import { socialWorker, assistant, teamManager, supervisingSocialWorker } from './grants/caseWork.ts'
import { headOfService, director } from './grants/leadership.ts'
import { performanceAnalyst, councillor, inspector } from './grants/oversight.ts'
import { youngPersonOrFamily } from './grants/ownRecord.ts'
import { panelChair, panelAdministrator } from './grants/panels.ts'
import { lawyer, virtualSchool, health, participationWorker } from './grants/partners.ts'
import { reviewingOfficer, reviewingManager } from './grants/reviewing.ts'

/** In the order in which a role is looked for, and in which the reference page shows them. */
export const table: readonly RoleBlock[] = [
  socialWorker, assistant, teamManager, supervisingSocialWorker, reviewingOfficer, reviewingManager, panelChair,
  panelAdministrator, familyFinder, regionalAgencyManager, agencyDecisionMaker, adopterDecisionMaker, lawyer,
  headOfService, director, virtualSchool, health, performanceAnalyst, councillor, inspector, participationWorker,
  youngPersonOrFamily, systemAdministrator,
]

/** Which relationships give this role this act on this record, each with its reason; empty for anything unknown. */
export const granted = indexed(table)

/** Every allowed cell, in order: the rows to load where SQL needs them. */
export const cells = cellsOf(table)
