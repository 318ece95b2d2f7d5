import { words } from '../words.ts'
import { nominal, pick, textual } from './kind.ts'

/** An IANA zone, as the runtime knows it. Never passed into SQL as text of its own. */
export const timezone = textual({
  label: words('Time zone', 'Zona horaria', 'Fuso horário', 'Zon masa'),
  parse: (input) => {
    const name = typeof input === 'string' ? input.trim() : ''
    const zone = zones().get(name.toLowerCase())
    return zone ? { value: zone } : { fault: 'invalid_timezone', hint: 'an IANA zone such as America/Mexico_City' }
  },
  schema: {},
  operators: nominal,
  sample: (random) => pick(random, ['America/Mexico_City', 'Asia/Kuala_Lumpur', 'Europe/Madrid']),
})

let known: Map<string, string> | undefined

function zones(): Map<string, string> {
  known ??= new Map(['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => [zone.toLowerCase(), zone]))
  return known
}
