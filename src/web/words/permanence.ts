/** Routes and evidence of permanence, as people read them. */
import type { LegalPermanence, PhysicalPermanence } from '../../core/permanence/evidence.ts'
import { routeWords, type Route } from '../../core/permanence/routes.ts'

/** A route, or that the facts point to none: evidence, never called a plan. */
export function routeLabel(route: Route | 'none' | null): string {
  return route === null || route === 'none' ? 'None seen yet' : routeWords[route]
}

/** How far legal and physical permanence are seen, in one short line. */
export function evidenceLine(legal: LegalPermanence, physical: PhysicalPermanence, achieved: boolean): string {
  if (achieved) return 'Permanence achieved'
  const law = {
    none: 'no legal security',
    interim: 'interim legal status',
    secured: 'legally secure',
    'secured but may no longer be needed': 'order may no longer be needed',
  }[legal]
  const home = {
    unsettled: 'not settled',
    'settled, not matched': 'settled, not matched',
    matched: 'matched',
    permanent: 'home permanent',
  }[physical]
  return `${law.slice(0, 1).toUpperCase()}${law.slice(1)}, ${home}`
}
