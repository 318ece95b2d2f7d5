import { defineObject, field } from '../define.ts'
import { words } from '../words.ts'
import { accountReference } from './account-reference.ts'

/** A tie between two people of one account that no organisation chart shows; the stakeholder map draws both. */
export const contact_connection = defineObject({
  name: 'contact_connection',
  plural: 'contact_connections',
  label: words('Connection', 'Conexión', 'Conexão', 'Perkaitan'),
  labelPlural: words('Connections', 'Conexiones', 'Conexões', 'Perkaitan'),
  describe: words(
    'An informal tie between two people of one account, across functions and beside the organisation chart.',
    'Un vínculo informal entre dos personas de una cuenta, entre funciones y al margen del organigrama.',
    'Um vínculo informal entre duas pessoas de uma conta, entre áreas e à margem do organograma.',
    'Pertalian tidak rasmi antara dua orang dalam satu akaun, merentas fungsi dan di luar carta organisasi.',
  ),
  owner: 'customer-success',
  retention: {
    keep: '3y',
    then: 'delete',
    because:
      'A tie between people who have both moved on explains nothing any more, and it is an observation about persons.',
  },
  title: 'kind',
  partOf: 'account',
  subject: 'contact',
  fields: {
    account: accountReference(
      'connections',
      words(
        'The account at which the two people know each other.',
        'La cuenta en la que las dos personas se conocen.',
        'A conta em que as duas pessoas se conhecem.',
        'Akaun tempat kedua-dua orang itu saling mengenali.',
      ),
    ),
    contact: field.reference({
      label: words('Person', 'Persona', 'Pessoa', 'Orang'),
      describe: words(
        'The person the tie is told of: the one who advises, assists, or took over.',
        'La persona de la que se cuenta el vínculo: la que aconseja, ayuda o tomó el relevo.',
        'A pessoa de quem se conta o vínculo: quem aconselha, ajuda ou assumiu.',
        'Orang yang diceritakan pertaliannya: yang menasihati, membantu, atau mengambil alih.',
      ),
      required: true,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
      to: 'contact',
      as: 'connections',
      also: ['From contact', 'First person', 'Contact', 'Primera persona', 'Primeira pessoa', 'Orang pertama'],
    }),
    other: field.reference({
      label: words('Other person', 'Otra persona', 'Outra pessoa', 'Orang lain'),
      describe: words(
        'The person at the other end of the tie.',
        'La persona en el otro extremo del vínculo.',
        'A pessoa na outra ponta do vínculo.',
        'Orang di hujung pertalian yang satu lagi.',
      ),
      required: true,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
      to: 'contact',
      as: 'connected_from',
      also: ['To contact', 'Second person', 'Related contact', 'Segunda persona', 'Segunda pessoa', 'Orang kedua'],
    }),
    kind: field.choice({
      label: words('Kind of tie', 'Tipo de vínculo', 'Tipo de vínculo', 'Jenis perkaitan'),
      describe: words(
        'What binds the two, read from the first person to the other.',
        'Qué une a las dos, leído desde la primera persona hacia la otra.',
        'O que une as duas, lido da primeira pessoa para a outra.',
        'Apa yang mengikat kedua-duanya, dibaca dari orang pertama kepada yang lain.',
      ),
      required: true,
      sensitivity: 'personal',
      source: 'hand',
      freshFor: '24mo',
      vocabulary: 'connection_kind',
      also: [
        'Kind',
        'Type',
        'Connection type',
        'Relationship type',
        'Tipo de relación',
        'Tipo de relação',
        'Jenis hubungan',
      ],
    }),
    note: field.text({
      label: words('Note', 'Nota', 'Nota', 'Catatan'),
      describe: words(
        'How we know of the tie, or what follows from it for us.',
        'Cómo sabemos del vínculo, o qué se sigue de él para nosotros.',
        'Como sabemos do vínculo, ou o que dele decorre para nós.',
        'Bagaimana kita tahu tentang pertalian itu, atau kesannya bagi kita.',
      ),
      required: false,
      sensitivity: 'internal_note',
      source: 'hand',
      freshFor: null,
      also: ['Notes', 'Comment', 'Comentario', 'Observação', 'Ulasan'],
    }),
  },
  rules: [
    {
      code: 'tied_to_itself',
      fields: ['contact', 'other'],
      holds: isBetweenTwo,
      say: words(
        "A person can't be connected with themselves. Choose somebody else.",
        'Una persona no puede estar conectada consigo misma. Elija a otra.',
        'Uma pessoa não pode estar conectada a si mesma. Escolha outra.',
        'Seseorang tidak boleh dikaitkan dengan dirinya sendiri. Pilih orang lain.',
      ),
    },
  ],
})

function isBetweenTwo({ contact, other }: { readonly contact?: unknown; readonly other?: unknown }): boolean {
  return contact == null || other == null || contact !== other
}
