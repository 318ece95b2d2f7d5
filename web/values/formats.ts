// The browser's formatters, each made once: making one costs a hundred times what it costs to use it, and a list uses thousands a second.

type Make<Format, Options> = (locale: string, options: Options) => Format

/** The same formatter for the same locale and options. */
function once<Format, Options>(make: Make<Format, Options>): Make<Format, Options> {
  const made = new Map<string, Format>()
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`
    const known = made.get(key)
    if (known) return known
    const format = make(locale, options)
    made.set(key, format)
    return format
  }
}

export const numberFormat = once((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
export const dateFormat = once(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)
export const listFormat = once((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options))
export const nameFormat = once((locale, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames([locale], options))
