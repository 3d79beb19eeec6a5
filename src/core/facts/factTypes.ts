/**
 * The kinds of fact that an SSDA903 return holds, in the order of its tables (format notes, section 2).
 * Names are the field's own words; the return's column names stand beside them.
 */
import { code, date, declareFactType, partialDate, text, year, type ChildId, type FactOf } from './factType.ts'

const required = true as const

/** Who the child is. */
export const childDetails = declareFactType({
  name: 'child_details',
  table: 'Header',
  noun: 'child details',
  fields: {
    sex: code('SEX', 'Sex', { codeSet: 'SEX', notKnown: ['U'] }),
    bornOn: date('DOB', 'Date of birth', { required }),
    ethnicity: code('ETHNIC', 'Ethnicity', { codeSet: 'ETHNIC', notKnown: ['NOBT'] }),
    upn: code('UPN', 'Unique pupil number', { notKnown: ['UN1', 'UN2', 'UN3', 'UN4', 'UN5'] }),
    // Asked of girls and young women in care; 0 says "not yet".
    isMother: code('MOTHER', 'Is a mother', { codeSet: 'MOTHER', notKnown: ['0'], onlyInCare: true }),
    firstChildBornOn: date('MC_DOB', "First child's date of birth", { onlyInCare: true }),
  },
  identity: [],
  closing: [],
  inForce: 'always',
})

/** An unbroken stretch with the same legal status and the same placement. */
export const episode = declareFactType({
  name: 'episode',
  table: 'Episodes',
  noun: 'episode of care',
  fields: {
    startedOn: date('DECOM', 'Started', { required }),
    reasonNewEpisode: code('RNE', 'Reason for new episode', { codeSet: 'RNE' }),
    legalStatus: code('LS', 'Legal status', { codeSet: 'LS' }),
    categoryOfNeed: code('CIN', 'Category of need', { codeSet: 'CIN' }),
    placementType: code('PLACE', 'Placement type', { codeSet: 'PLACE' }),
    placementProvider: code('PLACE_PROVIDER', 'Placement provider', { codeSet: 'PLACE_PROVIDER' }),
    endedOn: date('DEC', 'Ended'),
    reasonEpisodeCeased: code('REC', 'Reason episode ceased', { codeSet: 'REC' }),
    reasonPlaceChange: code('REASON_PLACE_CHANGE', 'Reason for placement change', { codeSet: 'REASON_PLACE_CHANGE' }),
    homePostcode: text('HOME_POST', 'Postcode of the home the child came from'),
    placementPostcode: text('PL_POST', 'Postcode of the placement'),
    urn: code('URN', 'Ofsted unique reference number'),
  },
  identity: ['startedOn'],
  closing: ['endedOn', 'reasonEpisodeCeased', 'reasonPlaceChange'],
  inForce: { from: 'startedOn', to: 'endedOn' },
})

/** The child was an unaccompanied asylum-seeking child. */
export const unaccompaniedChild = declareFactType({
  name: 'unaccompanied_child',
  table: 'UASC',
  noun: 'unaccompanied asylum-seeking child status',
  fields: { ceasedOn: date('DUC', 'Status ceased') },
  identity: [],
  closing: ['ceasedOn'],
  // Repeated only while the status holds during the year, and the return does not say since when.
  inForce: 'in its year',
})

/** A looked-after review that was held. */
export const review = declareFactType({
  name: 'review',
  table: 'Reviews',
  noun: 'looked-after review',
  fields: {
    heldOn: date('REVIEW', 'Held', { required }),
    participation: code('REVIEW_CODE', "The child's participation", { codeSet: 'REVIEW_CODE' }),
  },
  identity: ['heldOn'],
  closing: [],
  inForce: { from: 'heldOn', to: 'heldOn' },
})

/** Health and other outcomes in one collection year, for children looked after for 12 months (OC2). */
export const outcomesYear = declareFactType({
  name: 'outcomes_year',
  table: 'OC2',
  noun: 'health and outcomes of a year',
  fields: {
    collectionYear: year(null, 'Collection year', { required }),
    sdqScore: text('SDQ_SCORE', 'Strengths and difficulties score'),
    sdqReason: code('SDQ_REASON', 'Reason for no strengths and difficulties score', { codeSet: 'SDQ_REASON' }),
    convicted: code('CONVICTED', 'Convicted or subject to a final warning', { codeSet: 'YESNO_01' }),
    developmentCheck: code('HEALTH_CHECK', 'Development assessment up to date (under 5)', { codeSet: 'YESNO_01' }),
    immunised: code('IMMUNISATIONS', 'Immunisations up to date', { codeSet: 'YESNO_01' }),
    teethChecked: code('TEETH_CHECK', 'Teeth checked', { codeSet: 'YESNO_01' }),
    healthAssessed: code('HEALTH_ASSESSMENT', 'Annual health assessment', { codeSet: 'YESNO_01' }),
    substanceMisuse: code('SUBSTANCE_MISUSE', 'Substance misuse problem identified', { codeSet: 'YESNO_01' }),
    interventionReceived: code('INTERVENTION_RECEIVED', 'Intervention received', { codeSet: 'YESNO_01' }),
    interventionOffered: code('INTERVENTION_OFFERED', 'Intervention offered', { codeSet: 'YESNO_01' }),
  },
  identity: ['collectionYear'],
  closing: [],
  inForce: 'in its year',
})

/** How a care leaver was doing around their birthday in one collection year (OC3). */
export const careLeaverYear = declareFactType({
  name: 'care_leaver_year',
  table: 'OC3',
  noun: 'care leaver information of a year',
  fields: {
    collectionYear: year(null, 'Collection year', { required }),
    inTouch: code('IN_TOUCH', 'In touch', { codeSet: 'IN_TOUCH' }),
    activity: code('ACTIV', 'Main activity', { codeSet: 'ACTIV' }),
    accommodation: code('ACCOM', 'Accommodation', { codeSet: 'ACCOM' }),
  },
  identity: ['collectionYear'],
  closing: [],
  inForce: 'in its year',
})

/** What is known of an adoption in the year of its order (AD1). */
export const adoption = declareFactType({
  name: 'adoption',
  table: 'AD1',
  noun: 'adoption',
  fields: {
    decidedOn: date('DATE_INT', 'Decision that the child should be placed for adoption'),
    matchedOn: date('DATE_MATCH', 'Matched with these adopters'),
    byFosterCarer: code('FOSTER_CARE', 'Adopted by former foster carer', { codeSet: 'FOSTER_CARE' }),
    numberOfAdopters: code('NB_ADOPTR', 'Number of adopters', { codeSet: 'NB_ADOPTR' }),
    adoptersSex: code('SEX_ADOPTR', "Adopters' sex", { codeSet: 'SEX_ADOPTR' }),
    adoptersLegalStatus: code('LS_ADOPTR', "Adopters' legal status", { codeSet: 'LS_ADOPTR' }),
  },
  identity: [],
  closing: [],
  inForce: 'in its year',
  whole: true,
})

/** The agency decision maker decided that the child should be placed for adoption. Not the day the child moved. */
export const adoptionDecision = declareFactType({
  name: 'adoption_decision',
  table: 'PlacedAdoption',
  noun: 'decision that a child should be placed for adoption',
  fields: {
    decidedOn: date('DATE_PLACED', 'Decided', { required }),
    ceasedOn: date('DATE_PLACED_CEASED', 'Decision reversed'),
    reasonCeased: code('REASON_PLACED_CEASED', 'Reason the decision was reversed', { codeSet: 'REASON_PLACED_CEASED' }),
  },
  identity: ['decidedOn'],
  closing: ['ceasedOn', 'reasonCeased'],
  inForce: { from: 'decidedOn', to: 'ceasedOn' },
})

/** An earlier permanence arrangement of a child who came into care from 1 April 2016. */
export const previousPermanence = declareFactType({
  name: 'previous_permanence',
  table: 'PrevPerm',
  noun: 'previous permanence arrangement',
  fields: {
    arrangement: code('PREV_PERM', 'Arrangement', { codeSet: 'PREV_PERM' }),
    authority: code('LA_PERM', 'Authority or country that arranged it'),
    orderedOn: partialDate('DATE_PERM', 'Date of the order'),
  },
  identity: [],
  closing: [],
  inForce: 'always',
  whole: true,
})

/** The child went missing, or was away from placement without authorisation. */
export const missingEpisode = declareFactType({
  name: 'missing_episode',
  table: 'Missing',
  noun: 'missing episode',
  fields: {
    kind: code('MISSING', 'Missing or away', { codeSet: 'MISSING' }),
    startedOn: date('MIS_START', 'Started', { required }),
    endedOn: date('MIS_END', 'Ended'),
  },
  identity: ['startedOn', 'kind'],
  closing: ['endedOn'],
  inForce: { from: 'startedOn', to: 'endedOn' },
})

/** Which social worker the child had. */
export const socialWorkerEpisode = declareFactType({
  name: 'social_worker_episode',
  table: 'SWEpisodes',
  noun: 'social worker episode',
  fields: {
    worker: code('SW_ID', 'Social worker', { required }),
    startedOn: date('SW_DECOM', 'Started', { required }),
    endedOn: date('SW_DEC', 'Ended'),
    reason: code('SW_REASON', 'Reason for the new worker', { codeSet: 'SW_REASON' }),
  },
  identity: ['startedOn', 'worker'],
  closing: ['endedOn'],
  inForce: { from: 'startedOn', to: 'endedOn' },
})

/** A deprivation of liberty order (collected from 2026/27). */
export const deprivationOfLibertyOrder = declareFactType({
  name: 'deprivation_of_liberty_order',
  table: 'DoLo',
  noun: 'deprivation of liberty order',
  fields: {
    startedOn: date('DOLO_START', 'Started', { required }),
    endedOn: date('DOLO_END', 'Ended'),
  },
  identity: ['startedOn'],
  closing: ['endedOn'],
  inForce: { from: 'startedOn', to: 'endedOn' },
})

/** Every kind of fact of a return, by name. */
export const factTypes = {
  child_details: childDetails,
  episode,
  unaccompanied_child: unaccompaniedChild,
  review,
  outcomes_year: outcomesYear,
  care_leaver_year: careLeaverYear,
  adoption,
  adoption_decision: adoptionDecision,
  previous_permanence: previousPermanence,
  missing_episode: missingEpisode,
  social_worker_episode: socialWorkerEpisode,
  deprivation_of_liberty_order: deprivationOfLibertyOrder,
} as const

export type FactTypes = typeof factTypes
export type FactName = keyof FactTypes
export const factNames = Object.keys(factTypes) as readonly FactName[]

export type ChildDetails = FactOf<typeof childDetails>
export type Episode = FactOf<typeof episode>
export type UnaccompaniedChild = FactOf<typeof unaccompaniedChild>
export type Review = FactOf<typeof review>
export type OutcomesYear = FactOf<typeof outcomesYear>
export type CareLeaverYear = FactOf<typeof careLeaverYear>
export type Adoption = FactOf<typeof adoption>
export type AdoptionDecision = FactOf<typeof adoptionDecision>
export type PreviousPermanence = FactOf<typeof previousPermanence>
export type MissingEpisode = FactOf<typeof missingEpisode>
export type SocialWorkerEpisode = FactOf<typeof socialWorkerEpisode>
export type DeprivationOfLibertyOrder = FactOf<typeof deprivationOfLibertyOrder>

/** All that is known of one child, current facts only, each kind in the order of its first date. */
export type ChildFacts = {
  readonly childId: ChildId
  /** The authority's own number for the child (CHILD in the return). Text: leading zeros count. */
  readonly code: string
} & { readonly [N in FactName]: readonly FactOf<FactTypes[N]>[] }
