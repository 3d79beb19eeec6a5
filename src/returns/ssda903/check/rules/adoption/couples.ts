/** Codes of the adopters' sex that stand for two people. */
export const couples: ReadonlySet<string> = new Set(['MM', 'FF', 'MF'])

/** Two people of the same sex. */
export const sameSexCouples: ReadonlySet<string> = new Set(['MM', 'FF'])
