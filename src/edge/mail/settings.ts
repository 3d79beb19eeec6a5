/** What the outside tells Holdfast about mail. Read with the other settings (../settings.ts). */

export interface MailSettings {
  /** Address of the mail server: `smtps://name:password@server:465` or `smtp://server:25`. */
  readonly smtpUrl: string
  /** Whom messages come from. */
  readonly from: string
  /** Where people reach Holdfast, without a slash at the end. */
  readonly publicUrl: string
}

/** Reads them; null when no mail is sent. Adds to `problems` what cannot be used, and never repeats a password. */
export function readMail(given: (name: string) => string | null, problems: string[], publicUrl: string | null): MailSettings | null {
  const smtpUrl = given('HOLDFAST_SMTP')
  const from = given('HOLDFAST_MAIL_FROM')
  if (smtpUrl === null && from === null) return null
  const missing = Object.entries({ HOLDFAST_SMTP: smtpUrl, HOLDFAST_MAIL_FROM: from, HOLDFAST_URL: given('HOLDFAST_URL') })
    .filter(([, value]) => value === null).map(([name]) => name)
  if (missing.length > 0) problems.push(`For mail ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`)
  if (smtpUrl !== null && !(URL.canParse(smtpUrl) && /^smtps?:$/.test(new URL(smtpUrl).protocol) && new URL(smtpUrl).hostname !== '')) {
    problems.push('HOLDFAST_SMTP is not the address of a mail server. Give one such as smtps://name:password@mail.example.gov.uk:465; signs such as @ : / in a password are written %40 %3A %2F.')
  }
  if (from !== null && !/^[^\s@<>]+@[^\s@<>]+$/.test(from)) {
    problems.push(`HOLDFAST_MAIL_FROM is "${from}". Give the address that messages come from, such as holdfast@example.gov.uk.`)
  }
  return smtpUrl === null || from === null || publicUrl === null ? null : { smtpUrl, from, publicUrl }
}
