/** Panels in use, or the choice of how they are to run here. */
import type { PanelsInUse } from '../../../app/panels.ts'
import type { PanelScheme } from '../../../core/panels/definition.ts'
import type { Item, Sitting } from '../../../core/panels/records.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { counted } from '../../words/counts.ts'
import { longDate } from '../../words/dates.ts'
import { cadenceWords } from '../../words/panels.ts'

export interface PanelsAsked {
  readonly inUse: PanelsInUse | null
  /** Places on lists that the reader reaches. */
  readonly items: readonly Item[]
  readonly sittings: readonly Sitting[]
  readonly schemes: readonly PanelScheme[]
  readonly unrouted: number
  readonly today: LocalDate
  readonly error: string | null
  readonly maySetUp: boolean
  readonly mayRoute: boolean
}

/** What the page shows. */
export function panelsModel({ inUse, items, sittings, schemes, unrouted, today, error, maySetUp, mayRoute }: PanelsAsked) {
  return {
    error, maySetUp, mayRoute,
    unrouted: unrouted === 0 ? null : `${counted(unrouted, 'child', 'children')} ${unrouted === 1 ? 'is' : 'are'} routed by no rule`,
    scheme: inUse?.scheme.name ?? null,
    panels: (inUse?.panels ?? []).map(({ panel, definition }) => {
      const next = sittings.filter(({ partOf, values }) => partOf === panel.recordId && values.on >= today).sort((a, b) => a.values.on - b.values.on)[0]
      const open = sittings.filter(({ partOf, values }) => partOf === panel.recordId && values.on < today)
      return {
        href: `/panels/${panel.recordId}`, name: panel.values.name, purpose: definition.purpose.words,
        children: items.filter(({ partOf }) => partOf === panel.recordId).length,
        next: next === undefined ? null : { words: longDate(next.values.on), href: `/panels/${panel.recordId}/sittings/${next.recordId}` },
        cadence: cadenceWords(definition.cadence),
        unsigned: open.length === 0 ? null : `${counted(open.length, 'sitting')} without signed minutes`,
      }
    }),
    schemes: schemes.map((scheme) => ({ id: scheme.id, name: scheme.name, source: scheme.source, panels: scheme.panels.map(({ name, purpose }) => `${name}: ${purpose.words}`) })),
  }
}
