/** The pages of a child's own words. */
import { formRoutes, type Route } from '../route.ts'
import { newAnswer, newTold, newWords, voice, voiceLetter } from './voice.ts'

const see = ['see', 'own words'] as const
const record = ['record', 'own words'] as const

export const voiceRoutes: readonly Route[] = [
  { method: 'GET', path: '/children/:childId/voice', act: see, audit: 'own words opened', handle: voice },
  { method: 'GET', path: '/children/:childId/voice/letter', act: see, audit: 'own words printed', handle: voiceLetter },
  ...formRoutes('/children/:childId/voice/new', record, 'own words form opened', 'own words written', newWords),
  ...formRoutes('/children/:childId/voice/told', record, 'told of rights form opened', 'told of rights written', newTold),
  ...formRoutes('/children/:childId/voice/:recordId/answer', record, 'answer form opened', 'answer to own words written', newAnswer),
]
