/** Orders that pages and papers of panels share. */
import type { LocalDate } from '../time/localDate.ts'

/** By the day it happened, newest first. */
export function newestFirst<T extends { readonly on: LocalDate }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => b.on - a.on)
}
