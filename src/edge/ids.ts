/** Ids are made at the edge: time-ordered, so that rows written together lie together. */
import { v7 } from 'uuid'

/** A new UUID, version 7. */
export function newId(): string {
  return v7()
}
