/** How much the reader will take before it refuses: a file must not be able to fill the memory or the day. */
export interface Limits {
  /** Bytes of one file, after unpacking. */
  readonly fileBytes: number
  /** Bytes of all files, after unpacking. */
  readonly totalBytes: number
  /** Bytes of a zip that has no path on disk and so is held in memory. */
  readonly zipBytesInMemory: number
  readonly zipEntries: number
  /** How many times smaller than its content a packed file may be; real tables are 5 to 30 times smaller. */
  readonly zipRatio: number
  /** Characters of one line, cell, or piece of XML between two tags. */
  readonly lineCharacters: number
  /** Facts of one child in an XML return. */
  readonly rowsOfOneChild: number
  readonly refusalsListed: number
}

const MB = 1024 * 1024

export const defaultLimits: Limits = {
  fileBytes: 512 * MB,
  totalBytes: 2048 * MB,
  zipBytesInMemory: 64 * MB,
  zipEntries: 200,
  zipRatio: 200,
  lineCharacters: 1_000_000,
  rowsOfOneChild: 10_000,
  refusalsListed: 1000,
}

/** `512 MB`, or in bytes when under one. */
export const inMegabytes = (bytes: number): string =>
  bytes < MB ? `${bytes} bytes` : `${Math.round(bytes / MB).toLocaleString('en-GB')} MB`
