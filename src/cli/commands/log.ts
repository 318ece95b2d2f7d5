import { words } from '../../../dictionary/words.ts'
import { type Attendee, captureInteraction } from '../../engagement/index.ts'
import { told } from '../../platform/index.ts'
import { type Call, type Command, UsageError } from '../command.ts'
import { findRecord, objectNamed } from '../find-record.ts'
import { inWorkspace } from '../installation.ts'
import { asMember } from '../options.ts'
import { says } from '../words/customers.ts'

export const command: Command = {
  usage: [
    'log KIND ACCOUNT [TEXT|-] [--with PEOPLE] [--decided TEXT] [--promised TEXT] [--concerns TEXT] [--tone TONE] [--todo TASKS] [--at MOMENT] [--as EMAIL]',
  ],
  describe: words(
    'Writes down a call, meeting, email, training, business_review or note with a customer: what was said, who was there, and what is to be done. All of it is one change set, so undo takes all of it back. People are named by name and e-mail address; who is not known becomes a contact of the account. "-" reads the text from standard input.',
    'Anota con un cliente una conversación (call, meeting, email, training, business_review o note): qué se dijo, quién estuvo y qué hay que hacer. Todo es un solo conjunto de cambios, así que undo lo deshace todo. Las personas se nombran por nombre y correo; quien no se conoce se vuelve contacto de la cuenta. "-" lee el texto de la entrada estándar.',
    'Anota com um cliente uma conversa (call, meeting, email, training, business_review ou note): o que se disse, quem estava e o que há a fazer. Tudo é um só conjunto de mudanças, então undo desfaz tudo. As pessoas são indicadas por nome e e-mail; quem não é conhecido vira contato da conta. "-" lê o texto da entrada padrão.',
    'Mencatat perbualan dengan pelanggan (call, meeting, email, training, business_review atau note): apa yang dikatakan, siapa hadir, dan apa yang perlu dibuat. Semuanya satu set perubahan, jadi undo membuat asal semuanya. Orang dinamakan dengan nama dan e-mel; yang tidak dikenali menjadi orang hubungan akaun itu. "-" membaca teks daripada input piawai.',
  ),
  options: {
    with: {
      value: 'PEOPLE',
      describe: words(
        'Who was there: "Ines Roca <ines@bluefin.example>, bo@vendor.example".',
        'Quién estuvo: "Ines Roca <ines@bluefin.example>, bo@vendor.example".',
        'Quem estava: "Ines Roca <ines@bluefin.example>, bo@vendor.example".',
        'Siapa hadir: "Ines Roca <ines@bluefin.example>, bo@vendor.example".',
      ),
    },
    decided: {
      value: 'TEXT',
      describe: words('What was decided.', 'Qué se decidió.', 'O que foi decidido.', 'Apa yang diputuskan.'),
    },
    promised: {
      value: 'TEXT',
      describe: words('What was promised.', 'Qué se prometió.', 'O que foi prometido.', 'Apa yang dijanjikan.'),
    },
    concerns: {
      value: 'TEXT',
      describe: words(
        'What worries the customer.',
        'Qué preocupa al cliente.',
        'O que preocupa o cliente.',
        'Apa yang membimbangkan pelanggan.',
      ),
    },
    tone: {
      value: 'TONE',
      describe: words(
        'How the customer sounded.',
        'Cómo sonaba el cliente.',
        'Como o cliente soava.',
        'Bagaimana nada pelanggan.',
      ),
    },
    todo: {
      value: 'TASKS',
      describe: words(
        'What is to be done, each with its day: "Send the plan 2026-12-01; Call legal".',
        'Qué hay que hacer, cada cosa con su día: "Enviar el plan 2026-12-01; Llamar a legal".',
        'O que há a fazer, cada coisa com seu dia: "Enviar o plano 2026-12-01; Ligar para o jurídico".',
        'Apa yang perlu dibuat, setiap satu dengan harinya: "Hantar pelan 2026-12-01; Telefon jabatan undang-undang".',
      ),
    },
    at: {
      value: 'MOMENT',
      describe: words(
        'When it was, with its offset; now where not said.',
        'Cuándo fue, con su desfase horario; ahora si no se dice.',
        'Quando foi, com o fuso; agora se não dito.',
        'Bila ia berlaku, dengan ofsetnya; sekarang jika tidak dinyatakan.',
      ),
    },
    as: asMember,
  },
  words: { least: 2, most: 3 },
  examples: [
    'holdfast log call "Bluefin Transport" "Depot two goes live in January." --with "Ines Roca <ines@bluefin.example>"',
    'holdfast log meeting crm:A-0001 - --todo "Send the plan 2026-12-01" < notes.txt',
  ],
  run: (call) =>
    inWorkspace(call, async ({ holdfast, actor }) => {
      const [kind = '', given = '', text] = call.words
      const access = await holdfast.records.book.of(actor)
      const account = await findRecord({ holdfast, actor, access, object: objectNamed(access, 'account') }, given)
      const notes = text === '-' ? (await call.readInput()).trim() : text
      const happened = call.option('at')
      const done = await captureInteraction(holdfast, actor, {
        account,
        kind,
        ...(notes ? { notes } : {}),
        ...(happened ? { happened_at: happened } : {}),
        ...texts(call),
        attendees: peopleIn(call.option('with') ?? ''),
        action_items: tasksIn(call.option('todo') ?? ''),
      })
      await call.out.answer(done, () => told(says.writtenDown(done.interaction, done.act)))
      return 0
    }),
}

const texts = (call: Call): Record<string, string> =>
  Object.fromEntries(
    ['decided', 'promised', 'concerns', 'tone'].flatMap((name) => {
      const given = call.option(name)
      return given === undefined ? [] : [[name, given]]
    }),
  )

function peopleIn(given: string): Attendee[] {
  return parted(given, /[,;]/).map((part) => {
    const [, name, address] = /^(.*?)\s*<([^<>]+)>$/.exec(part) ?? []
    if (address) return { email: address, ...(name ? { name } : {}) }
    if (part.includes('@')) return { email: part }
    if (/[<>]/.test(part)) throw new UsageError(says.nobody(part))
    return { name: part }
  })
}

const tasksIn = (given: string) =>
  parted(given, /;/).map((part) => {
    const [, name, due_on] = /^(.*?)\s+(\d{4}-\d{2}-\d{2})$/.exec(part) ?? []
    return name && due_on ? { name, due_on } : { name: part }
  })

const parted = (text: string, at: RegExp): string[] =>
  text
    .split(at)
    .map((part) => part.trim())
    .filter(Boolean)
