/** Where a postcode lies, and what a return's placement columns worked out from postcodes say. */

export interface Place {
  /**
   * DfE number of the authority, or WAL, SCO, NIR, NUK (outside the United Kingdom: Channel Islands, Isle of Man); '' when the directory
   * places it in none (a postcode that is no address).
   */
  readonly authority: string
  /** Grid reference in metres; null when the directory has none. */
  readonly east: number | null
  readonly north: number | null
}

/** The postcode directory. Looking up never fails: an unknown postcode is undefined. */
export interface Places {
  /** With or without its space, in capitals. Undefined when the directory does not hold it. */
  find(postcode: string): Place | undefined
}
