/** What the check of an audit chain can find, and how each is told. */

export type Finding =
  | { readonly kind: 'event changed'; readonly eventId: number; readonly seal: number }
  | { readonly kind: 'event missing'; readonly eventId: number; readonly seal: number }
  | { readonly kind: 'event put in'; readonly eventId: number }
  | { readonly kind: 'seal changed'; readonly seal: number; readonly why: string }
  | { readonly kind: 'seal missing'; readonly seal: number; readonly through: number }
  | { readonly kind: 'seal does not follow'; readonly seal: number }
  | { readonly kind: 'end changed'; readonly why: string }

/** One sentence about a finding. */
export function findingWords(finding: Finding): string {
  switch (finding.kind) {
    case 'event changed':
      return `Event ${finding.eventId} was changed after seal ${finding.seal} was made.`
    case 'event missing':
      return `Event ${finding.eventId} is gone: seal ${finding.seal} names it.`
    case 'event put in':
      return `Event ${finding.eventId} is in no seal, though none could arrive there any more: it was put in, or its seal was taken out or changed.`
    case 'seal changed':
      return `Seal ${finding.seal} was changed, or events it covers: ${finding.why}.`
    case 'seal missing':
      return finding.seal === finding.through
        ? `Seal ${finding.seal} is gone.`
        : `Seals ${finding.seal} to ${finding.through} are gone.`
    case 'seal does not follow':
      return `Seal ${finding.seal} does not follow from the seal before it: one of the two was changed, or put in the other's place.`
    case 'end changed':
      return `The end of the chain is not where the last sealing left it: ${finding.why}.`
  }
}
