/** What a person may do to a record: six acts, each with the words people use. Reading is an act like the others. */

export const actions = ['see', 'record', 'change', 'decide', 'export', 'administer'] as const
export type Action = (typeof actions)[number]

/** What each act covers, in words. */
export const actionWords: Readonly<Record<Action, string>> = {
  see: 'read it, on a page, in a list or in a count of named people',
  record: 'write something new: a visit, a draft, a reply, a child’s own words',
  change: 'correct or take further what is there',
  decide: 'authorise, approve, endorse, settle, close or sign off',
  export: 'take it out as a file or a print',
  administer: 'set it up, hand it out, withdraw it',
}
