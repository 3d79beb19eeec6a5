/** A person's secret calendar address: whoever has it reads their days, so only its fingerprint is kept, and it can be ended. */
import { declareRecord, type Held } from '../records/recordType.ts'

export const calendarAddressType = declareRecord({
  name: 'calendar address', noun: 'a calendar address', resource: 'saved views', about: 'authority', state: 'state', owner: 'owner',
  fields: {
    owner: { kind: 'person', label: 'Whose', required: true },
    state: { kind: 'choice', label: 'State', required: true, choices: [{ value: 'open', label: 'Open' }, { value: 'ended', label: 'Ended' }] },
    fingerprint: { kind: 'record', label: 'Fingerprint of the secret', required: true },
    madeOn: { kind: 'day', label: 'Made on', required: true },
  },
})

export type CalendarAddress = Held<typeof calendarAddressType>
