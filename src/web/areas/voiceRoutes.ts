/** The pages of a child's own words. */
import type { Route } from '../route.ts'
import { newAnswer, newTold, newWords, voice, voiceLetter } from './voice.ts'

const see = ['see', 'own words'] as const
const record = ['record', 'own words'] as const

export const voiceRoutes: readonly Route[] = [
  { method: 'GET', path: '/children/:childId/voice', act: see, audit: 'own words opened', handle: voice },
  { method: 'GET', path: '/children/:childId/voice/letter', act: see, audit: 'own words printed', handle: voiceLetter },
  { method: 'GET', path: '/children/:childId/voice/new', act: record, audit: 'own words form opened', handle: newWords },
  { method: 'POST', path: '/children/:childId/voice/new', act: record, audit: 'own words written', handle: newWords },
  { method: 'GET', path: '/children/:childId/voice/told', act: record, audit: 'told of rights form opened', handle: newTold },
  { method: 'POST', path: '/children/:childId/voice/told', act: record, audit: 'told of rights written', handle: newTold },
  { method: 'GET', path: '/children/:childId/voice/:recordId/answer', act: record, audit: 'answer form opened', handle: newAnswer },
  { method: 'POST', path: '/children/:childId/voice/:recordId/answer', act: record, audit: 'answer to own words written', handle: newAnswer },
]
