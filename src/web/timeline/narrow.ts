import type { Drawing } from './drawing.ts'
import type { Timeline } from './timelineTypes.ts'
export function drawNarrow(_timeline: Timeline): Drawing { return { width: 300, height: 10, ground: [], under: [], marks: [], labels: [], leaders: [] } }
