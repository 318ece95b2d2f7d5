import { words } from '../words.ts'
import { nominal, pick, textual } from './kind.ts'

/** A BCP 47 tag in canonical form: `es`, `pt-BR`. */
export const language = textual({
  label: words('Language', 'Idioma', 'Idioma', 'Bahasa'),
  parse: (input) => {
    try {
      const [tag] = Intl.getCanonicalLocales(typeof input === 'string' ? input.trim().replaceAll('_', '-') : '')
      if (tag && /^[a-z]{2,3}(-|$)/.test(tag)) return { value: tag }
    } catch {
      // Not a language tag: said below.
    }
    return {
      fault: 'invalid_language',
      hint: words(
        'a language tag such as es or pt-BR',
        'una etiqueta de idioma como es o pt-BR',
        'uma etiqueta de idioma como es ou pt-BR',
        'tag bahasa seperti ms atau pt-BR',
      ),
    }
  },
  schema: { pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' },
  operators: nominal,
  sample: (random) => pick(random, ['en', 'es', 'pt-BR', 'ms']),
})
