// Measures Holdfast beside what the machine can do at most, in the same run: npm run bench -- [NAME…] [--small] [--seconds N] [--rounds N] [--write]
import { parseArgs } from 'node:util'
import { benchBulk } from './bulk.ts'
import { full, small } from './data-rows.ts'
import { openInstallation } from './installation.ts'
import { benchRequests } from './requests.ts'
import { benchRoundTrips } from './round-trips.ts'
import { benchStart } from './start.ts'
import { asText, type Section } from './table.ts'
import { writeFigures } from './write-figures.ts'

const requests = ['list', 'account', 'create', 'patch', 'create-one', 'patch-one', 'page']
const all = [...requests, 'trips', 'bulk', 'start']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    small: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
    write: { type: 'boolean', default: false },
  },
})
const stranger = positionals.find((name) => !all.includes(name))
if (stranger) {
  console.error(`There is no bench "${stranger}". Name some of ${all.join(', ')}, or none for all.`)
  process.exit(2)
}
const names = positionals.length > 0 ? positionals : all
const say = (text: string) => console.error(text)

const installation = await openInstallation(values.small ? small : full, values.small ? 'small' : 'full', say)
try {
  const sections: Section[] = []
  const show = (section: Section) => {
    sections.push(section)
    console.log(asText(section))
  }
  if (names.some((name) => requests.includes(name)))
    show(
      await benchRequests(installation, {
        names,
        rounds: Number(values.rounds),
        seconds: Number(values.seconds),
        connections: Number(values.connections),
      }),
    )
  if (names.includes('trips')) show(await benchRoundTrips(installation))
  if (names.includes('bulk')) show(await benchBulk(installation, values.small ? 5_000 : 100_000))
  if (names.includes('start')) show(await benchStart(installation))
  if (values.write) writeFigures(sections)
} finally {
  await installation.close()
}
