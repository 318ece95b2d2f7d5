/** A value as text, without blanks around it; nothing is the empty text. */
export const text = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : value == null ? '' : String(value)

/** A list of texts, whether one was given or several. */
export const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(text).filter((each) => each !== '')
