// What "duplicates" says.
import { type Words, words } from '../../../dictionary/words.ts'

export const says = {
  objectToCompare: words('object to compare', 'objeto que comparar', 'objeto a comparar', 'objek untuk dibandingkan'),
  kindOfWeights: words('kind of weights', 'tipo de pesos', 'tipo de pesos', 'jenis pemberat'),
  comparing: (object: string) =>
    words(
      `Comparing every ${object}`,
      `Comparando cada ${object}`,
      `Comparando cada ${object}`,
      `Membandingkan setiap ${object}`,
    ),
  lookAtThem: words(
    'Look at them with: holdfast duplicates list',
    'Véalos con: holdfast duplicates list',
    'Veja-os com: holdfast duplicates list',
    'Lihat semuanya dengan: holdfast duplicates list',
  ),
  fromHowManyBits: words(
    'Say from how many bits on: holdfast duplicates settings OBJECT BITS|never.',
    'Diga desde cuántos bits: holdfast duplicates settings OBJETO BITS|never.',
    'Diga a partir de quantos bits: holdfast duplicates settings OBJETO BITS|never.',
    'Nyatakan dari berapa bit: holdfast duplicates settings OBJEK BIT|never.',
  ),
  never: words('never', 'nunca', 'nunca', 'tidak pernah'),
  bits: (n: number) => words(`${n} bits`, `${n} bits`, `${n} bits`, `${n} bit`),
  noBits: (given: string) =>
    words(
      `"${given}" is no number of bits: give one, such as 14.5, or "never".`,
      `"${given}" no es un número de bits: dé uno, como 14.5, o "never".`,
      `"${given}" não é um número de bits: informe um, como 14.5, ou "never".`,
      `"${given}" bukan bilangan bit: beri satu, seperti 14.5, atau "never".`,
    ),

  nothingLearned: words(
    'Nothing was learned yet.',
    'Todavía no se ha aprendido nada.',
    'Nada foi aprendido ainda.',
    'Belum ada apa-apa dipelajari.',
  ),
  notReliable: (records: number, why: string) =>
    words(
      `Learned from ${records} rows, and not to be relied on. ${why} The shipped weights stay.`,
      `Aprendido de ${records} filas, y no es de fiar. ${why} Se mantienen los pesos de fábrica.`,
      `Aprendido de ${records} linhas, e não é confiável. ${why} Ficam os pesos de fábrica.`,
      `Dipelajari daripada ${records} baris, dan tidak boleh dipercayai. ${why} Pemberat asal dikekalkan.`,
    ),
  reliable: (records: number) =>
    words(
      `Learned from ${records} rows; the guards found nothing against it.`,
      `Aprendido de ${records} filas; los controles no hallaron nada en contra.`,
      `Aprendido de ${records} linhas; os controles não acharam nada contra.`,
      `Dipelajari daripada ${records} baris; kawalan tidak menemui apa-apa yang menentangnya.`,
    ),
  putToUse: (object: string) =>
    words(
      `Put them to use with: holdfast duplicates weights ${object} learned`,
      `Úselos con: holdfast duplicates weights ${object} learned`,
      `Use-os com: holdfast duplicates weights ${object} learned`,
      `Gunakannya dengan: holdfast duplicates weights ${object} learned`,
    ),
  inUse: {
    learned: words(
      'In use: the learned weights.',
      'En uso: los pesos aprendidos.',
      'Em uso: os pesos aprendidos.',
      'Digunakan: pemberat yang dipelajari.',
    ),
    shipped: words(
      'In use: the shipped weights.',
      'En uso: los pesos de fábrica.',
      'Em uso: os pesos de fábrica.',
      'Digunakan: pemberat asal.',
    ),
  },

  noPairs: words(
    'No pair waits. Look for some with: holdfast duplicates find',
    'No espera ningún par. Búsquelos con: holdfast duplicates find',
    'Nenhum par espera. Procure com: holdfast duplicates find',
    'Tiada pasangan menunggu. Cari dengan: holdfast duplicates find',
  ),
  more: (object: string, mark: string) =>
    words(
      `More: holdfast duplicates list ${object} --after ${mark}`,
      `Más: holdfast duplicates list ${object} --after ${mark}`,
      `Mais: holdfast duplicates list ${object} --after ${mark}`,
      `Lagi: holdfast duplicates list ${object} --after ${mark}`,
    ),
  beforeLooking: words('before looking', 'antes de mirar', 'antes de olhar', 'sebelum melihat'),
  otherEvidence: words('other evidence', 'otros indicios', 'outras evidências', 'bukti lain'),
  notYours: words('not yours to read', 'usted no puede leerlo', 'você não pode ler', 'bukan untuk anda baca'),
  score: words('score', 'puntuación', 'pontuação', 'skor'),
  neverMerged: (a: string, b: string) =>
    words(
      `${a} and ${b} are never merged, whatever they are merged into.`,
      `${a} y ${b} no se fusionan nunca, aunque se fusionen con otros.`,
      `${a} e ${b} nunca são mesclados, mesmo que sejam mesclados com outros.`,
      `${a} dan ${b} tidak akan digabung, walau digabung ke mana pun.`,
    ),

  aPreview: words('a preview', 'una vista previa', 'uma prévia', 'pratonton'),
  comingOver: words('Coming over:', 'Pasan también:', 'Vêm junto:', 'Turut berpindah:'),
  outweighed: (fields: string) =>
    words(
      `Outweighed by the source that has the last word: ${fields}.`,
      `Prevalece la fuente que tiene la última palabra: ${fields}.`,
      `Prevalece a fonte que tem a última palavra: ${fields}.`,
      `Diatasi oleh sumber yang mempunyai kata putus: ${fields}.`,
    ),
  wouldBeOne: (records: number, id: string) =>
    words(
      `Nothing was written. ${records} records would be one: ${id}.`,
      `No se escribió nada. ${records} registros serían uno: ${id}.`,
      `Nada foi gravado. ${records} registros seriam um: ${id}.`,
      `Tiada apa-apa ditulis. ${records} rekod akan menjadi satu: ${id}.`,
    ),
  mergedInto: (id: string, act: string) =>
    words(
      `Merged into ${id}. Take it apart with: holdfast duplicates unmerge ${act}`,
      `Fusionado en ${id}. Sepárelo con: holdfast duplicates unmerge ${act}`,
      `Mesclado em ${id}. Separe com: holdfast duplicates unmerge ${act}`,
      `Digabung ke dalam ${id}. Ceraikan dengan: holdfast duplicates unmerge ${act}`,
    ),
  takenApart: (ids: string, isOne: boolean, from: string) =>
    words(
      `Taken apart: ${ids} ${isOne ? 'is a record of its' : 'are records of their'} own again, beside ${from}.`,
      `Separado: ${ids} ${isOne ? 'vuelve a ser un registro propio' : 'vuelven a ser registros propios'}, junto a ${from}.`,
      `Separado: ${ids} ${isOne ? 'volta a ser um registro próprio' : 'voltam a ser registros próprios'}, ao lado de ${from}.`,
      `Diceraikan: ${ids} menjadi rekod sendiri semula, di samping ${from}.`,
    ),
  whoseAreThese: words(
    'Nothing was done yet: whose are these?',
    'Todavía no se ha hecho nada: ¿de quién es esto?',
    'Nada foi feito ainda: de quem são estes?',
    'Belum ada apa-apa dibuat: milik siapa semua ini?',
  ),
  answerWith: (what: string, example: string) =>
    words(
      `Answer with: holdfast duplicates unmerge ${what} --answers "${example}"`,
      `Responda con: holdfast duplicates unmerge ${what} --answers "${example}"`,
      `Responda com: holdfast duplicates unmerge ${what} --answers "${example}"`,
      `Jawab dengan: holdfast duplicates unmerge ${what} --answers "${example}"`,
    ),
  orLeaveAll: words(
    'or leave all of it where it is: --answers stay',
    'o déjelo todo donde está: --answers stay',
    'ou deixe tudo onde está: --answers stay',
    'atau biarkan semuanya di tempatnya: --answers stay',
  ),
  saidBy: (source: string) =>
    words(`what ${source} says`, `lo que dice ${source}`, `o que diz ${source}`, `apa yang ${source} katakan`),
  theRecord: (object: string, title: string) =>
    words(`the ${object} "${title}"`, `${object} "${title}"`, `${object} "${title}"`, `${object} "${title}"`),

  nameTwo: (verb: string) =>
    words(
      `Name an object and at least two of its records: holdfast duplicates ${verb} account A B.`,
      `Nombre un objeto y al menos dos de sus registros: holdfast duplicates ${verb} account A B.`,
      `Indique um objeto e ao menos dois dos seus registros: holdfast duplicates ${verb} account A B.`,
      `Namakan objek dan sekurang-kurangnya dua rekodnya: holdfast duplicates ${verb} account A B.`,
    ),
  sayWhy: (verb: string) =>
    words(
      `Say why, for the history: holdfast duplicates ${verb} … --because TEXT.`,
      `Diga por qué, para el historial: holdfast duplicates ${verb} … --because TEXTO.`,
      `Diga por quê, para o histórico: holdfast duplicates ${verb} … --because TEXTO.`,
      `Nyatakan sebabnya, untuk sejarah: holdfast duplicates ${verb} … --because TEKS.`,
    ),
  noEntry: (option: string, given: string) =>
    words(
      `--${option} ${given} is not usable: write NAME=RECORD, with commas between several.`,
      `--${option} ${given} no sirve: escriba NOMBRE=REGISTRO, con comas entre varios.`,
      `--${option} ${given} não serve: escreva NOME=REGISTRO, com vírgulas entre vários.`,
      `--${option} ${given} tidak boleh digunakan: tulis NAMA=REKOD, dengan koma antara beberapa.`,
    ),
} as const satisfies Record<string, Words | Readonly<Record<string, Words>> | ((...given: never[]) => Words)>
