/** The pages of panels: lists, sittings, the meeting on screen, minutes, and those whom no rule routes. */
import { formRoutes, type Route } from '../route.ts'
import { callOff, move } from './panelDays.ts'
import { addSeat, closeSeat, listsUpToDate, newSitting, onePanel, panels, takeScheme, unrouted } from './panels.ts'
import { askForHearing, chooseForChild, panelsOfChild, papersOfChild } from './panelsOfChild.ts'
import { agenda, askSignOff, attendance, details, minutes, minutesFile, oneSitting, pack, signOffNow } from './panelSittings.ts'
import { correction, decision, hearing, minute, paper, postpone, presenter } from './panelHearing.ts'

const see = ['see', 'panel agenda'] as const
const change = ['change', 'panel agenda'] as const
const record = ['record', 'panel agenda'] as const
const policies = ['administer', 'policies'] as const
const sitting = '/panels/:panelId/sittings/:sittingId'

export const panelsRoutes: readonly Route[] = [
  { method: 'GET', path: '/panels', act: see, audit: 'panels opened', handle: panels },
  { method: 'POST', path: '/panels', act: policies, audit: 'panels taken into use', handle: takeScheme },
  { method: 'POST', path: '/panels/lists', act: record, audit: 'panel lists brought up to date', handle: listsUpToDate },
  { method: 'GET', path: '/panels/unrouted', act: see, audit: 'unrouted children opened', handle: unrouted },
  { method: 'GET', path: '/panels/:panelId', act: see, audit: 'panel opened', handle: onePanel },
  { method: 'POST', path: '/panels/:panelId/seats', act: policies, audit: 'panel seat given', handle: addSeat },
  { method: 'POST', path: '/panels/:panelId/seats/:seatId', act: policies, audit: 'panel seat given up', handle: closeSeat },
  { method: 'POST', path: '/panels/:panelId/sittings', act: record, audit: 'panel sitting planned', handle: newSitting },
  { method: 'GET', path: sitting, act: see, audit: 'panel sitting opened', handle: oneSitting },
  { method: 'POST', path: `${sitting}/agenda`, act: change, audit: 'panel agenda changed', handle: agenda },
  { method: 'POST', path: `${sitting}/attendance`, act: change, audit: 'panel attendance recorded', handle: attendance },
  { method: 'POST', path: `${sitting}/details`, act: change, audit: 'panel sitting changed', handle: details },
  ...formRoutes(`${sitting}/move`, change, 'form for moving a panel sitting opened', 'panel sitting moved', move),
  ...formRoutes(`${sitting}/call-off`, change, 'form for calling a panel sitting off opened', 'panel sitting called off', callOff),
  { method: 'GET', path: `${sitting}/sign-off`, act: ['decide', 'panel minutes'], audit: 'panel sign-off asked', handle: askSignOff },
  { method: 'POST', path: `${sitting}/sign-off`, act: ['decide', 'panel minutes'], audit: 'panel minutes signed off', handle: signOffNow },
  { method: 'GET', path: `${sitting}/minutes`, act: ['see', 'panel minutes'], audit: 'panel minutes opened', handle: minutes },
  { method: 'GET', path: `${sitting}/minutes.odt`, act: ['export', 'panel minutes'], audit: 'panel minutes exported', handle: minutesFile },
  { method: 'GET', path: `${sitting}/papers`, act: ['see', 'panel papers'], audit: 'panel papers opened', handle: pack },
  { method: 'GET', path: `${sitting}/children/:childId`, act: ['see', 'panel papers'], audit: 'child at a panel opened', handle: hearing },
  { method: 'GET', path: `${sitting}/children/:childId/paper`, act: ['see', 'panel papers'], audit: 'panel paper opened', handle: paper },
  { method: 'POST', path: `${sitting}/children/:childId/presenter`, act: change, audit: 'presenter named', handle: presenter },
  { method: 'POST', path: `${sitting}/children/:childId/put-off`, act: change, audit: 'child put off', handle: postpone },
  { method: 'POST', path: `${sitting}/children/:childId/decision`, act: ['record', 'panel decision'], audit: 'panel decision recorded', handle: decision },
  { method: 'POST', path: `${sitting}/children/:childId/minute`, act: ['record', 'panel minutes'], audit: 'panel minute written', handle: minute },
  { method: 'POST', path: `${sitting}/children/:childId/correction`, act: ['record', 'panel minutes'], audit: 'panel minutes corrected', handle: correction },
  { method: 'GET', path: '/children/:childId/panels', act: see, audit: 'panels of a child opened', handle: panelsOfChild },
  { method: 'GET', path: '/children/:childId/papers', act: ['see', 'panel papers'], audit: 'case papers opened', handle: papersOfChild },
  { method: 'POST', path: '/children/:childId/panels/choice', act: record, audit: 'panel of a child chosen', handle: chooseForChild },
  { method: 'POST', path: '/children/:childId/panels/ask', act: ['record', 'panel papers'], audit: 'hearing at a panel asked for', handle: askForHearing },
]
