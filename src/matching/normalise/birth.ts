/** A day of birth as year, month and day in one number, 19840229; a day that no calendar has is kept, for it can still be equal. */
export function readBirth(value: unknown): number {
  if (value === null || value === undefined) return 0
  const digits = String(value ?? '').trim()
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(digits)
  return iso ? Number(`${iso[1]}${iso[2]}${iso[3]}`) : 0
}
