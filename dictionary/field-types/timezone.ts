import { words } from '../words.ts'
import { nominal, pick, textual } from './kind.ts'

/** An IANA zone, under the one name the runtime has for it. Never passed into SQL as text of its own. */
export const timezone = textual({
  label: words('Time zone', 'Zona horaria', 'Fuso horário', 'Zon masa'),
  parse: (input) => {
    const zone = typeof input === 'string' ? zoneNamed(input.trim()) : null
    return zone
      ? { value: zone }
      : {
          fault: 'invalid_timezone',
          hint: words(
            'an IANA zone such as America/Mexico_City',
            'una zona IANA como America/Mexico_City',
            'uma zona IANA como America/Sao_Paulo',
            'zon IANA seperti Asia/Kuala_Lumpur',
          ),
        }
  },
  schema: {},
  operators: nominal,
  sample: (random) => pick(random, ['America/Mexico_City', 'Asia/Kuala_Lumpur', 'Europe/Madrid']),
})

const known = new Map<string, string>()

/** The runtime's own name of a zone, found also by its newer and older names: Asia/Kolkata and Asia/Calcutta are one. */
function zoneNamed(name: string): string | null {
  // An offset such as +05:00 is no zone: it does not know summer time.
  if (!/^[A-Za-z][A-Za-z0-9_/+-]{2,60}$/.test(name)) return null
  const key = name.toLowerCase()
  const found = known.get(key)
  if (found) return found
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
    known.set(key, zone)
    return zone
  } catch {
    return null // the runtime knows no such zone
  }
}
