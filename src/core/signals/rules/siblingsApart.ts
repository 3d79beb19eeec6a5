import { formatLong } from '../../time/localDate.ts'
import { cannotTell, quiet, type SignalRule } from '../signal.ts'

export const siblingsApart: SignalRule = {
  id: 'siblings-apart', tag: 'Apart from siblings', title: 'Apart from brothers and sisters without an assessment or a plan for time together',
  rests: 'Brothers and sisters live together where that is right (Children Act 1989 s 22C(8)(c)); where they do not, it is assessed and time together planned.',
  ask({ siblingsApart: apart, siblingAssessment }) {
    if (apart === null) return cannotTell('No brothers and sisters are written down, and nobody has said that there are none.')
    if (apart === 0) return quiet
    if (siblingAssessment !== null && siblingAssessment.timePlanned) return quiet
    const many = apart === 1 ? 'A brother or sister lives' : `${apart} brothers and sisters live`
    return {
      kind: 'shown', since: siblingAssessment?.assessedOn ?? null,
      evidence: `${many} in another home. ${siblingAssessment === null ? 'No assessment of together or apart is recorded.' : `Assessed on ${formatLong(siblingAssessment.assessedOn)}; how they spend time together is not written down.`}`,
      next: siblingAssessment === null ? 'Assess whether they should live together, with each child’s view.' : 'Write down how they will spend time together.', who: 'social worker',
    }
  },
}
