import { defineVocabulary, term } from '../define.ts'

export const connection_kind = defineVocabulary({
  name: 'connection_kind',
  describe: 'How two people of one customer are bound to each other outside the organisation chart.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('works_with', 'Works closely with', 'Trabaja de cerca con', 'Trabalha de perto com', 'Bekerja rapat dengan',
      'Colleague', 'Colega', 'Rakan sekerja'),
    term('advises', 'Has the ear of', 'Es escuchado por', 'É ouvido por', 'Menasihati',
      'Advisor to', 'Influences', 'Influye en', 'Aconseja a', 'Influencia', 'Aconselha', 'Mempengaruhi'),
    term('assists', 'Keeps the diary of', 'Lleva la agenda de', 'Cuida da agenda de', 'Mengurus jadual',
      'Assistant to', 'Gatekeeper for', 'Asistente de', 'Assistente de', 'Pembantu kepada'),
    term('succeeded', 'Took over from', 'Sucedió a', 'Sucedeu a', 'Mengambil alih daripada',
      'Successor of', 'Replaced', 'Sucesor de', 'Sucessor de', 'Pengganti kepada'),
    term('at_odds', 'At odds with', 'En desacuerdo con', 'Em desacordo com', 'Tidak sehaluan dengan',
      'Conflict with', 'En conflicto con', 'Em conflito com', 'Berselisih dengan'),
  ],
})
