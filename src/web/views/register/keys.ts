/** Keys for programs, as a register. */
import { keyType, works, type Key } from '../../../core/people/key.ts'
import { choiceWords, type NameOf } from '../../../core/records/shown.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { longDate } from '../../words/dates.ts'
import { said, type Cell, type Register } from './view.ts'

type Whose =
  | { readonly own: string }
  | { readonly all: string; readonly mayEnd: boolean; readonly nameOf: NameOf }

/** The page. */
export function keysRegister(keys: readonly Key[], today: LocalDate, whose: Whose): Register {
  const own = 'own' in whose
  const row = (key: Key): readonly Cell[] => {
    const { name, may, lastDay, madeOn, state, owner, endedOn } = key.values
    const open = works(key, today)
    const stands: Cell = open ? said(`Until ${longDate(lastDay)}`) : said(state === 'ended' ? `Ended on ${longDate(endedOn)}` : `Ran out on ${longDate(lastDay)}`)
    const end: Cell = !open ? said('')
      : own ? { words: 'End', about: ` the key ${name}`, href: `${whose.own}/${key.recordId}/end` }
        : whose.mayEnd ? { words: '', button: { words: 'End', action: `${whose.all}/${key.recordId}/end`, about: ` the key ${name}` } } : said('')
    return [
      said(name, `Made on ${longDate(madeOn)}`),
      ...(own ? [] : [said(whose.nameOf(owner) ?? 'Somebody who is no longer listed')]),
      said(choiceWords(keyType.fields.may, may)), stands, end,
    ]
  }
  return {
    title: 'Keys for programs', back: own ? { href: '/account', words: 'Your account' } : { href: '/admin', words: 'Administration' },
    lead: [own
      ? 'A key lets a program ask Holdfast in your name. It opens what your roles open on the day, and it is over when you end it, when its last day is past, or when you have no role any more.'
      : 'By a key a program asks in the name of whoever made it, with their roles of the day. Every use stands in the log with the key.'],
    links: own ? [{ words: 'Make a key', href: `${whose.own}/new`, main: true }] : [],
    sections: [{
      title: null, caption: 'Keys, newest first', heads: ['Program', ...(own ? [] : ['Whose']), 'May', 'Works', 'Action'], empty: own ? 'You have no key.' : 'Nobody has a key.', rows: keys.map(row),
    }],
  }
}
