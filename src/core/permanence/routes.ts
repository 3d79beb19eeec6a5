/**
 * The routes to permanence (domain 2.2), one list for the whole of Holdfast, mapped outwards to other lists.
 */
export const routes = [
  'stay-home', 'return-home', 'parent-under-care-order', 'kin-informal', 'kin-cao', 'kin-sgo', 'kin-foster-ltf',
  'kin-adoption', 'foster-ltf', 'foster-carer-sgo', 'adoption', 'residential-lt', 'supported-living', 'staying-put',
  'other',
] as const

export type Route = (typeof routes)[number]

/** Words a person reads. */
export const routeWords: Readonly<Record<Route, string>> = {
  'stay-home': 'Stay at home',
  'return-home': 'Return home',
  'parent-under-care-order': 'At home under a care order',
  'kin-informal': 'Family or friends, by agreement',
  'kin-cao': 'Family or friends, child arrangements order',
  'kin-sgo': 'Family or friends, special guardianship',
  'kin-foster-ltf': 'Long-term fostering with family or friends',
  'kin-adoption': 'Adoption by family or friends',
  'foster-ltf': 'Long-term fostering',
  'foster-carer-sgo': 'Special guardianship with foster carer',
  adoption: 'Adoption',
  'residential-lt': 'Long-term residential',
  'supported-living': 'Supported living',
  'staying-put': 'Staying put',
  other: 'Other',
}
