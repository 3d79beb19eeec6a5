/** Checks that turn on how old a child was: they need the date of birth, which stands in the Header. */
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { CheckContext } from './context.ts'
import { onlyWith, type ChildCheck } from './rule.ts'
import type { ChildRows, EpisodeRow, HeaderRow } from './rows.ts'

/** A Header row whose date of birth is given and can be read. */
export type Born = HeaderRow & { readonly DOB: LocalDate }

/** The child's first Header row that gives a date of birth; undefined when none does. Reads DOB of the Header. */
export function birthOf({ Header }: ChildRows): Born | undefined {
  return Header.find((row): row is Born => row.DOB !== null)
}

/**
 * A check that marks each episode for which `wrong` holds, for children whose date of birth is known: without it nothing
 * follows. With `own`, only those fields are marked in the episode, and DOB in the Header. Reads DOB of the Header.
 */
export function eachEpisodeByBirth(
  wrong: (episode: EpisodeRow, born: LocalDate, context: CheckContext, child: ChildRows) => boolean,
  own?: readonly string[],
): ChildCheck {
  return onlyWith('Episodes', (child, context, mark) => {
    const header = birthOf(child)
    if (header === undefined) return
    let any = false
    for (const episode of child.Episodes) {
      if (!wrong(episode, header.DOB, context, child)) continue
      mark(episode, own)
      any = true
    }
    if (any && own !== undefined) mark(header, ['DOB'])
  })
}
