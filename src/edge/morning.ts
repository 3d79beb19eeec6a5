/**
 * What Holdfast does every morning: brings the panels' lists up to date. And on that of every working day in England: tells team managers of actions that stayed undone, and
 * sends each person their digest. It works person by person, in their name and with their reach, so that it can tell nobody
 * what they could not open.
 */
import { Logger, run, type Runner } from 'graphile-worker'
import { digestMessage, digestOf } from '../app/digest.ts'
import { tellOfOverdue } from '../app/myWork.ts'
import { mayAnywhere } from '../core/access/scope.ts'
import { isInTable, isWorkingDay } from '../core/time/workingDays.ts'
import { weekday } from '../core/time/localDate.ts'
import { peopleToday } from '../store/peopleToday.ts'
import { inTransaction } from '../store/postgres.ts'
import { actorById } from '../store/signIn/accounts.ts'
import type { Holdfast } from './holdfast.ts'
import { listsOfAll } from './panelLists.ts'
import type { Mailer } from './mail/mailer.ts'

/** How messages leave; null where no mail is set up: notices in Holdfast are left all the same. */
export type Post = { readonly mailer: Mailer; readonly publicUrl: string } | null

interface PersonJob {
  readonly authorityId: number
  readonly personId: string
  readonly email: string | null
}

/** Whether today is a day for digests. Beyond the table of bank holidays every Monday to Friday is: one too many harms less than none. */
export function isMorningOfWork({ clocks: { calendar }, today }: Pick<Holdfast, 'clocks' | 'today'>): boolean {
  const day = today()
  return isInTable(calendar, day) ? isWorkingDay(calendar, day) : weekday(day) <= 5
}

/** Everybody's morning, as jobs. */
export async function morningJobs(holdfast: Holdfast): Promise<readonly PersonJob[]> {
  const { rows } = await holdfast.pool.query<{ authority_id: number }>('select authority_id from authority order by authority_id')
  const jobs: PersonJob[] = []
  for (const { authority_id: authorityId } of rows) {
    const people = await inTransaction(holdfast.pool, { authorityId, personId: null }, (client) => peopleToday(client, authorityId, holdfast.today()))
    jobs.push(...people.map(({ personId, email }) => ({ authorityId, personId, email })))
  }
  return jobs
}

/**
 * One person's morning. What is told in Holdfast is kept even when the message cannot be sent: tried again, nothing is told
 * twice. A message that the mail server took while the job was cut off is sent a second time: better than never.
 */
export async function morningOf(holdfast: Holdfast, { authorityId, personId, email }: PersonJob, post: Post): Promise<'sent' | 'nothing to say' | 'no mail'> {
  const actor = await actorById(holdfast.pool, { authorityId, personId }, holdfast.today())
  if (actor === undefined) return 'nothing to say'
  const act = mayAnywhere(actor.roles, 'actions', 'see') ? ['see', 'actions'] as const : 'signed in'
  const digest = await holdfast.work(actor, { name: 'digest made', act }, async (work) => {
    if (act !== 'signed in') await tellOfOverdue(work)
    return digestOf(work)
  })
  if (post === null || email === null) return 'no mail'
  const message = digestMessage(digest, holdfast.today(), post.publicUrl)
  if (message === null) return 'nothing to say'
  await post.mailer.send({ to: email, ...message })
  return 'sent'
}

const silent = new Logger(() => () => undefined)

/** Starts the job worker: panels' lists every day before five (UTC), digests at six of every Monday to Friday. `onFailure` hears of every try that failed. */
export async function startMornings(holdfast: Holdfast, post: Post, onFailure: (error: unknown) => void): Promise<{ stop(): Promise<void> }> {
  const runner: Runner = await run({
    pgPool: holdfast.pool, logger: silent, concurrency: 1, pollInterval: 30_000, noHandleSignals: true,
    // A morning that nobody was up for is made up for until noon.
    crontab: '40 4 * * * panelLists ?fill=12h&max=3\n0 6 * * 1-5 everyMorning ?fill=6h&max=3',
    taskList: {
      async panelLists() {
        await listsOfAll(holdfast, onFailure)
      },
      async everyMorning(_payload, { addJob }) {
        if (!isMorningOfWork(holdfast)) return
        for (const job of await morningJobs(holdfast)) await addJob('morningOf', job, { maxAttempts: 5, jobKey: `morning ${job.personId}` })
      },
      async morningOf(payload) {
        try {
          await morningOf(holdfast, payload as PersonJob, post)
        } catch (error) {
          onFailure(error)
          throw error
        }
      },
    },
  })
  return { stop: () => runner.stop() }
}
