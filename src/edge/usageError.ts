/** Why a command cannot be run as it was given, with what to do. By itself, so that to throw it no database need be loaded. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
