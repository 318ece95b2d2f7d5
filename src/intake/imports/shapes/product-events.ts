// Segment-shaped lines: every line is usage and is kept whole; identify lines are people, group lines are accounts and who is in them.
import { words } from '../../../../dictionary/words.ts'
import { faultOf } from '../../../platform/index.ts'
import type { Part, Reading, Shape } from '../shape.ts'
import { type Item, isItem, textAt } from './lists.ts'
import { filled, momentOf } from './table.ts'

export const productEvents: Shape = {
  name: 'product events',
  system: 'product',
  rank: 22,
  isByHand: false,
  recognise: (opened) =>
    opened.kind === 'lines' &&
    opened.sample.every(
      (item) => isItem(item) && typeof item['type'] === 'string' && typeof item['messageId'] === 'string',
    ),
  async *read(opened, { file }): AsyncGenerator<Reading> {
    if (opened.kind !== 'lines') return
    const names = new Map<string, string>()
    for await (const line of opened.items()) {
      if ('fault' in line)
        yield {
          row: line.row,
          faults: [
            faultOf(
              line.fault,
              null,
              words(
                'This line is not JSON. Mend the line and send it again.',
                'Esta línea no es JSON. Corríjala y envíela de nuevo.',
                'Esta linha não é JSON. Corrija-a e envie de novo.',
                'Baris ini bukan JSON. Betulkan dan hantar semula.',
              ),
            ),
          ],
        }
      else if (isItem(line.item)) yield { row: line.row, event: line.item, parts: partsOf(line.item, file, names) }
    }
  },
}

/** @param names what earlier lines called each workspace */
function partsOf(line: Item, file: string, names: Map<string, string>): Part[] {
  const at =
    momentOf(textAt(line, 'timestamp') || textAt(line, 'originalTimestamp') || textAt(line, 'receivedAt')) ?? null
  const user = textAt(line, 'userId')
  if (line['type'] === 'identify' && user) return [person(line, user, at, file)]
  if (line['type'] === 'group') return group(line, user, { at, file, names })
  return []
}

function person(line: Item, user: string, at: string | null, file: string): Part {
  const traits = isItem(line['traits']) ? line['traits'] : {}
  return {
    object: 'contact',
    change: {
      verb: 'upsert',
      source: { system: 'product', localId: user },
      match: true,
      saidAt: at,
      file,
      values: filled({
        name:
          textAt(traits, 'name') || [textAt(traits, 'firstName'), textAt(traits, 'lastName')].filter(Boolean).join(' '),
        email: textAt(traits, 'email'),
        title: textAt(traits, 'title'),
        email_opt_out: traits['unsubscribed'] === true || undefined,
      }),
    },
  }
}

function group(
  line: Item,
  user: string,
  { at, file, names }: { at: string | null; file: string; names: Map<string, string> },
): Part[] {
  const id = textAt(line, 'groupId')
  if (!id) return []
  const traits = isItem(line['traits']) ? line['traits'] : {}
  const crm = textAt(traits, 'crmId')
  // A line without a name takes none back.
  const name = textAt(traits, 'name') || names.get(id) || (crm ? '' : `Workspace ${id}`)
  names.set(id, name)
  const key = { system: 'product' as const, localId: id }
  const account: Part = {
    object: 'account',
    change: {
      verb: 'upsert',
      source: key,
      ...(crm ? { sameAs: [{ system: 'crm', localId: crm }] } : {}),
      match: true,
      saidAt: at,
      file,
      values: filled({
        name,
        domains: textAt(traits, 'domain') || undefined,
      }),
    },
  }
  const membership: Part = {
    object: 'account_contact',
    change: {
      verb: 'upsert',
      source: { system: 'product', localId: `${user}:${id}` },
      saidAt: at,
      file,
      values: { account: key, contact: { system: 'product', localId: user }, is_current: true },
    },
  }
  return user ? [account, membership] : [account]
}
