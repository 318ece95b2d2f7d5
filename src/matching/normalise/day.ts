/** A day as year, month and day in one number, 19840229; a day that no calendar has is kept, for it can still be equal. */
export function readDay(value: unknown): number {
  if (value === null || value === undefined) return 0
  const text = String(value).trim()
  const [, year, month, day] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text) ?? []
  return year ? Number(year) * 10_000 + Number(month) * 100 + Number(day) : 0
}
