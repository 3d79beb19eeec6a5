/** What an area tells of what waits for a person (`workItems.ts` gathers them). */
import type { Act } from '../core/access/act.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import type { Work } from './work.ts'

export interface WorkItem {
  /** What it is, without a name or a code of any child: "Planning meeting", "Minutes to sign off". Goes into calendars. */
  readonly what: string
  /** Null for what has no day. */
  readonly dueOn: LocalDate | null
  /** Something that takes place on its day, rather than something due by it. */
  readonly takesPlace: boolean
  readonly childId: string | null
  /** Where in Holdfast. */
  readonly address: string
}

/** One area's part: the reach it is asked with, and what waits for the person who asks. Asked only of those who may. */
export interface WorkSource {
  readonly act: Act
  items(work: Work): Promise<readonly WorkItem[]>
}
