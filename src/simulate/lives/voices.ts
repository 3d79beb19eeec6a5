/** What children said in the last months, what was done about it, and what they were told of their rights. */
import { answerType, ownWordsType, toldType } from '../../core/voice/ownWords.ts'
import { added } from '../../core/records/recordType.ts'
import { addDays, earlier } from '../../core/time/localDate.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import { happens, oneOf, weighted, whole } from '../random.ts'
import { ageBand, chanceOf, daysBack, weekdayBy, type Authored, type Hands, type Setting } from './known.ts'
import { rightsTold, sayings } from './voiceWords.ts'

/** The own words of about every second child, half of them answered. */
export function voiceTold(child: ChildInCare, { worker }: Hands, at: Setting): readonly Authored[] {
  const chance = chanceOf(at, child, 'voice')
  const age = ageBand(child.bornOn, at.today)
  const by = worker.personId
  const of = { childId: child.childId }
  const written: Authored[] = []
  if (happens(chance, 0.55)) {
    const { words, means, about, did, whole: turnedOut } = oneOf(chance, sayings[age])
    const wordsId = at.newId()
    const saidOn = daysBack(chance, at.today, 4, 120, child.inCareSince)
    const sharing = age === 'baby' || age === 'small' ? 'everyone' : weighted(chance, [['everyone', 88], ['close', 10], ['writer', 2]] as const)
    written.push({ by, change: added(ownWordsType, wordsId, of, { saidOn, words, means, about, withWhom: null, sharing }) })
    if (did !== null && happens(chance, 0.6)) {
      const answeredOn = earlier(at.today, weekdayBy(addDays(saidOn, whole(chance, 5, 25))))
      const on = answeredOn < saidOn ? saidOn : answeredOn
      written.push({ by, change: added(answerType, at.newId(), { ...of, partOf: wordsId }, { answeredOn: on, did, whole: turnedOut, toldOn: happens(chance, 0.8) ? on : null }) })
    }
  }
  if (age !== 'baby' && happens(chance, 0.4)) {
    written.push({ by, change: added(toldType, at.newId(), of, {
      toldOn: daysBack(chance, at.today, 10, 200, child.inCareSince), of: age === 'small' ? ['advocacy'] : ['advocacy', 'complaints', 'reviewing officer'],
      how: rightsTold[age], response: happens(chance, 0.3) ? '“I know that one already.”' : null,
    }) })
  }
  return written
}
