/** On what approval a child lives with their carers, with every day that comes of it and where it is counted from. */
import { approvalType, extensionType, type Extension, type WholeApproval } from '../../../core/carers/approval.ts'
import { expiryOf, panelBookedBy } from '../../../core/carers/dates.ts'
import { choiceWords, shown, type NameOf, type ShownField } from '../../../core/records/shown.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { fromToday, longDate } from '../../words/dates.ts'

interface LinkShown {
  readonly href: string
  readonly words: string
}

interface ApprovalShown {
  readonly title: string
  readonly kind: string
  readonly state: string
  /** What comes of the days: when it ends, by when the panel. */
  readonly days: readonly { readonly words: string; readonly late: boolean }[]
  readonly fields: readonly ShownField[]
  readonly extensions: readonly { readonly title: string; readonly fields: readonly ShownField[]; readonly links: readonly LinkShown[] }[]
  readonly links: readonly LinkShown[]
  readonly writer: string
}

export interface CarersModel {
  readonly approvals: readonly ApprovalShown[]
  readonly newHref: string | null
  readonly approvedHref: string | null
}

export interface CarersExtra {
  readonly href: string
  readonly today: LocalDate
  readonly mayRecord: boolean
  /** Approvals and extensions on which the reader may decide as nominated officer. */
  readonly mayDecide: ReadonlySet<string>
  readonly nameOf: NameOf
}

/** What the page shows. */
export function carersModel(approvals: readonly WholeApproval[], extra: CarersExtra): CarersModel {
  const { href, mayRecord } = extra
  return {
    approvals: approvals.map((one) => approvalShown(one, extra)),
    newHref: mayRecord ? `${href}/carers/new` : null, approvedHref: mayRecord ? `${href}/carers/approved` : null,
  }
}

function approvalShown(one: WholeApproval, { href, today, mayRecord, mayDecide, nameOf }: CarersExtra): ApprovalShown {
  const { approval: { recordId, values, firstRecordedBy }, extensions } = one
  const at = `${href}/carers/${recordId}`
  const link = (when: boolean, path: string, words: string): readonly LinkShown[] => (when ? [{ href: at + path, words }] : [])
  const inForce = values.state === 'in force'
  return {
    writer: firstRecordedBy.name, title: values.carers, kind: choiceWords(approvalType.fields.kind, values.kind), state: choiceWords(approvalType.fields.state, values.state),
    days: inForce ? daysOf(one, today) : [],
    fields: shown(approvalType, values, nameOf).filter(({ field }) => !['kind', 'carers', 'state'].includes(field)),
    extensions: extensions.map((extension) => ({
      title: titleOf(extension), fields: shown(extensionType, extension.values, nameOf).filter(({ field }) => field !== 'ground' && field !== 'state'),
      links: [
        ...link(mayDecide.has(extension.recordId), `/extensions/${extension.recordId}/decide`, 'Decide on it'),
        ...link(mayRecord && extension.values.ground === 'review' && extension.values.state === 'approved' && extension.values.outcomeOn === null,
          `/extensions/${extension.recordId}/outcome`, 'Write down when the outcome of the review was known'),
      ],
    })),
    links: [
      ...link(mayDecide.has(recordId), '/decide', 'Decide as nominated officer'),
      ...link(mayRecord && inForce && values.kind === 'temporary', '/panel', values.panelOn === null ? 'Book the fostering panel' : 'Change the day of the fostering panel'),
      ...link(mayRecord && inForce && values.kind === 'temporary', '/extend', 'Ask for more time'),
      ...link(mayRecord && inForce, '/end', 'Write down how it ended'),
    ],
  }
}

const titleOf = ({ values: { ground, state } }: Extension): string =>
  `More time, ${ground === 'assessment' ? 'the assessment is not finished' : 'until the independent review'}: ${choiceWords(extensionType.fields.state, state).toLowerCase()}`

/** The days that come of an approval in force. */
function daysOf(one: WholeApproval, today: LocalDate): ApprovalShown['days'] {
  const { kind, from, panelOn } = one.approval.values
  const expiry = expiryOf(one)
  if (expiry.kind === 'by no day') {
    return kind === 'early permanence' ? [{ words: 'It ends when the child moves, when their approval as adopters ends, or when they are approved as foster carers (regulation 25A(3)).', late: false }] : []
  }
  if (expiry.kind === 'until the review') return [{ words: 'It stands until the outcome of the independent review is known.', late: false }]
  const by = panelBookedBy(from)
  return [
    { words: `It ${expiry.day < today ? 'ended' : 'ends'} on ${longDate(expiry.day)} (${fromToday(expiry.day, today)}).`, late: expiry.day < today },
    ...(panelOn !== null ? [] : [{ words: `The fostering panel is to be booked by ${longDate(by)}, week 10.`, late: by < today }]),
  ]
}
