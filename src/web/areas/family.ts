/** A child's family. */
import {
  addRelative, addSiblingInCare, changeFamilyRecord, endLink, familyPage, relate, writeFamilyRecord,
} from '../../app/family.ts'
import { ecomapTieType, familyConferenceType, familyTimeType, relativeForm, siblingAssessmentType } from '../../core/family/records.ts'
import type { LinkKind } from '../../core/family/familyTree.ts'
import { declareRecord, type RecordType, type ValuesOf } from '../../core/records/recordType.ts'
import { headOf } from '../childHead.ts'
import { childForm, childFormAnswer } from '../forms/childForm.ts'
import { isId } from '../ids.ts'
import type { Handler } from '../route.ts'
import { familyModel } from '../views/family/view.ts'

const back = { path: '/family', words: 'Family' }

/** `GET /children/:childId/family` */
export const family: Handler = async (ask) => {
  const head = await headOf(ask, '/family')
  if (head === undefined) return { kind: 'not found' }
  return {
    kind: 'page', view: 'family', room: 'children', title: `Family – child ${head.code}`,
    model: { head, ...familyModel(await familyPage(ask.work, head.childId), head, ask.today, ask.work.may('record', 'family')) },
  }
}

/** `GET` and `POST /children/:childId/family/people/new` */
export const newRelative: Handler = childForm('/family', (ask, head) => childFormAnswer(ask, head, {
  type: relativeForm, title: 'Add somebody of the family', button: 'Add', done: 'They are part of the family record now.', back,
  intro: ['Only people who work with this child see the family. A worker who is family to the child can no longer open the record.'],
  async save(values) {
    await addRelative(ask.work, head.childId, values)
    return undefined
  },
}))

const siblingCode = declareRecord({
  name: 'brother or sister in care', noun: 'a brother or sister in care', resource: 'family', about: 'child',
  fields: { code: { kind: 'text', label: 'The number of the brother or sister', required: true, max: 10, hint: 'As the return and the tracker have it' } },
})

/** `GET` and `POST /children/:childId/family/siblings/new` */
export const newSibling: Handler = childForm('/family', (ask, head) => childFormAnswer(ask, head, {
  type: siblingCode, title: 'Add a brother or sister in care', button: 'Add', done: 'They are shown as brother or sister now.', back,
  async save({ code }) {
    const why = await addSiblingInCare(ask.work, head.childId, code.toUpperCase())
    return why === undefined ? undefined : { field: 'code', why }
  },
}))

/** `GET` and `POST /children/:childId/family/links/new`: how two of the family stand to one another. */
export const newLink: Handler = childForm('/family', async (ask, head) => {
  const { family: { members } } = await familyPage(ask.work, head.childId)
  const choices = members.map(({ id, name }) => ({ value: id, label: name }))
  const form = declareRecord({
    name: 'family link', noun: 'how two of the family stand to one another', resource: 'family', about: 'child',
    fields: {
      a: { kind: 'choice', label: 'Who', required: true, choices },
      kind: {
        kind: 'choice', label: 'is', required: true, choices: [
          { value: 'parent', label: 'parent of' }, { value: 'partner', label: 'partner of' }, { value: 'sibling', label: 'brother or sister of' },
          { value: 'household', label: 'living with' },
        ],
      },
      b: { kind: 'choice', label: 'Whom', required: true, choices },
    },
  })
  return childFormAnswer(ask, head, {
    type: form, title: 'How two of the family stand to one another', button: 'Keep', done: 'Kept.', back,
    async save({ a, kind, b }) {
      const why = await relate(ask.work, head.childId, { a, b, kind: kind as LinkKind })
      return why === undefined ? undefined : { field: 'b', why }
    },
  })
})

const ending = declareRecord({
  name: 'end of a family link', noun: 'the end of a family link', resource: 'family', about: 'child',
  fields: { on: { kind: 'day', label: 'Since when is it no longer so?', required: true, when: 'not in the future', missing: 'Enter the day since when it is no longer so' } },
})

/** `GET` and `POST /children/:childId/family/links/:linkId/end` */
export const endOneLink: Handler = childForm('/family', async (ask, head) => {
  const linkId = ask.params['linkId'] ?? ''
  const { family: { links, members } } = await familyPage(ask.work, head.childId)
  const link = links.find((one) => one.linkId === linkId && one.to === null)
  if (link === undefined) return { kind: 'not found' }
  const nameOf = (id: string): string => members.find((one) => one.id === id)?.name ?? ''
  return childFormAnswer(ask, head, {
    type: ending, title: `${nameOf(link.a)} and ${nameOf(link.b)}: no longer so`, button: 'Say that it has ended', done: 'It is shown as ended; what was stays in the record.', back,
    intro: ['This is not undone by pressing again: a new link says that it began anew.'],
    async save({ on }) {
      return await endLink(ask.work, head.childId, linkId, on) ? undefined : { field: 'on', why: 'The day must come after the day on which it began' }
    },
  })
})

/** The kinds of record on the page, by the word in their address. */
const kinds = {
  'brothers-and-sisters': { type: siblingAssessmentType, title: 'Together or apart', done: 'The assessment is kept.' },
  conferences: { type: familyConferenceType, title: 'Family group conference', done: 'The family group conference is kept.' },
  time: { type: familyTimeType, title: 'Family time', done: 'The arrangement is kept.' },
  ecomap: { type: ecomapTieType, title: 'Who and what is in the child’s life', done: 'It is on the map now.' },
} as const satisfies Readonly<Record<string, { readonly type: RecordType; readonly title: string; readonly done: string }>>

function kindAsked(word: string | undefined): { readonly type: RecordType; readonly title: string; readonly done: string } | undefined {
  return word !== undefined && Object.hasOwn(kinds, word) ? kinds[word as keyof typeof kinds] : undefined
}

/** `GET` and `POST /children/:childId/family/:kind/new` */
export const newFamilyRecord: Handler = childForm('/family', async (ask, head) => {
  const kind = kindAsked(ask.params['kind'])
  if (kind === undefined) return { kind: 'not found' }
  return childFormAnswer(ask, head, {
    ...kind, button: 'Keep', back,
    async save(values) {
      await writeFamilyRecord(ask.work, kind.type, head.childId, values as ValuesOf<RecordType>)
      return undefined
    },
  })
})

/** `GET` and `POST /children/:childId/family/:kind/:recordId` */
export const changeRecord: Handler = childForm('/family', async (ask, head) => {
  const kind = kindAsked(ask.params['kind'])
  const recordId = ask.params['recordId'] ?? ''
  const held = kind === undefined || !isId(recordId) ? undefined : await ask.work.records.one(kind.type, recordId)
  if (kind === undefined || held === undefined || held.childId !== head.childId) return { kind: 'not found' }
  return childFormAnswer(ask, head, {
    ...kind, held, button: 'Save', back,
    async save(values) {
      await changeFamilyRecord(ask.work, kind.type, held, values as ValuesOf<RecordType>)
      return undefined
    },
  })
})
