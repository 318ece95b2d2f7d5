// Why a text is no question, in words for whoever wrote it. What belongs to the language itself is the same in all four. A browser
// only needs to know that it is none, so these are a door of their own.
import { inEveryLanguage, sayIn, type Words, words } from '../../dictionary/words.ts'
import type { Reason } from './reason.ts'
import type { Unsayable } from './unsayable.ts'

/** After a dash or a word: "expected …". */
const expecting = (what: Words | string, mend?: Words): Words =>
  words(
    `expected ${sayIn(what, 'en')}${mend ? `; ${mend.en}` : ''}`,
    `se esperaba ${sayIn(what, 'es')}${mend ? `; ${mend.es}` : ''}`,
    `esperava-se ${sayIn(what, 'pt')}${mend ? `; ${mend.pt}` : ''}`,
    `dijangka ${sayIn(what, 'ms')}${mend ? `; ${mend.ms}` : ''}`,
  )

const or = (list: string): Words => words(`${list} or `, `${list} o `, `${list} ou `, `${list} atau `)

export const reasons = {
  expected: expecting,
  expectedOneOf: (choices: string) =>
    expecting(words(`one of ${choices}`, `uno de ${choices}`, `um de ${choices}`, `salah satu daripada ${choices}`)),
  howToCompare: (known: string) =>
    expecting(
      words(
        `how to compare: ${known}`,
        `cómo comparar: ${known}`,
        `como comparar: ${known}`,
        `cara membanding: ${known}`,
      ),
    ),
  nameOfObject: words(
    'the object asked for, such as account',
    'el objeto por el que se pregunta, como account',
    'o objeto perguntado, como account',
    'objek yang ditanya, seperti account',
  ),
  nameOfObjectOrReference: words(
    'the name of an object or a reference',
    'el nombre de un objeto o de una referencia',
    'o nome de um objeto ou de uma referência',
    'nama objek atau rujukan',
  ),
  nameOfRelation: words(
    'the name of a relation, such as contacts',
    'el nombre de una relación, como contacts',
    'o nome de uma relação, como contacts',
    'nama hubungan, seperti contacts',
  ),
  nameOfField: words(
    'the name of a field, such as name or owner.name',
    'el nombre de un campo, como name u owner.name',
    'o nome de um campo, como name ou owner.name',
    'nama medan, seperti name atau owner.name',
  ),
  nameOfFigure: words(
    'a name for the figure',
    'un nombre para la cifra',
    'um nome para o número',
    'nama bagi angka itu',
  ),
  lowerCase: (name: string) =>
    words(
      `names are in lower case: ${name}`,
      `los nombres van en minúsculas: ${name}`,
      `os nomes são em minúsculas: ${name}`,
      `nama ditulis dengan huruf kecil: ${name}`,
    ),
  endOfQuestion: (clauses: string) => {
    const list = or('"and", "or", ","')
    return words(
      `${list.en}one of ${clauses}`,
      `${list.es}uno de ${clauses}`,
      `${list.pt}um de ${clauses}`,
      `${list.ms}salah satu daripada ${clauses}`,
    )
  },
  endOfCondition: (() => {
    const list = or('"and", "or", ","')
    return words(
      `${list.en}the end of the condition`,
      `${list.es}el final de la condición`,
      `${list.pt}o fim da condição`,
      `${list.ms}penghujung syarat`,
    )
  })(),
  endOfBracket: words(
    '"and", "or", "," or ")"',
    '"and", "or", "," o ")"',
    '"and", "or", "," ou ")"',
    '"and", "or", "," atau ")"',
  ),
  endOfList: words('"," or ")"', '"," o ")"', '"," ou ")"', '"," atau ")"'),
  countOrField: (kind: string) =>
    words(
      `count(*) or ${kind}(field)`,
      `count(*) o ${kind}(campo)`,
      `count(*) ou ${kind}(campo)`,
      `count(*) atau ${kind}(medan)`,
    ),
  wordsInQuotes: words(
    'put a value of several words in double quotes',
    'ponga entre comillas dobles un valor de varias palabras',
    'ponha entre aspas duplas um valor de várias palavras',
    'letakkan nilai beberapa perkataan dalam tanda petik berganda',
  ),
  listInBrackets: words(
    'a list of values in brackets: (open, "on hold")',
    'una lista de valores entre paréntesis: (open, "on hold")',
    'uma lista de valores entre parênteses: (open, "on hold")',
    'senarai nilai dalam kurungan: (open, "on hold")',
  ),
  value: words(
    'a value: a word, a number, a date, or a text in double quotes',
    'un valor: una palabra, un número, una fecha o un texto entre comillas dobles',
    'um valor: uma palavra, um número, uma data ou um texto entre aspas duplas',
    'nilai: perkataan, nombor, tarikh, atau teks dalam tanda petik berganda',
  ),
  valueNotWord: words(
    'a value; this word stands in double quotes if it is one, and a field without any "is empty"',
    'un valor; si esta palabra lo es, va entre comillas dobles, y un campo sin valor "is empty"',
    'um valor; se esta palavra é um, vai entre aspas duplas, e um campo sem valor "is empty"',
    'nilai; jika perkataan ini satu nilai, ia dalam tanda petik berganda, dan medan tanpa nilai "is empty"',
  ),
  meAlone: words(
    '"me" stands alone: owner is me; as plain text put it in double quotes',
    '"me" va solo: owner is me; como texto, póngalo entre comillas dobles',
    '"me" fica sozinho: owner is me; como texto, ponha entre aspas duplas',
    '"me" berdiri sendiri: owner is me; sebagai teks, letakkan dalam tanda petik berganda',
  ),
  amount: (currency: string) =>
    words(
      `an amount such as 100000.50 ${currency}`,
      `un importe como 100000.50 ${currency}`,
      `um valor como 100000.50 ${currency}`,
      `amaun seperti 100000.50 ${currency}`,
    ),
  digitsOf: (currency: string, digits: number) =>
    words(
      `${currency} has ${digits} digits after the point`,
      `${currency} tiene ${digits} decimales`,
      `${currency} tem ${digits} casas decimais`,
      `${currency} mempunyai ${digits} digit selepas titik`,
    ),
  onlyOne: (clause: string) =>
    words(
      `a question has only one "${clause}"`,
      `una pregunta tiene un solo "${clause}"`,
      `uma pergunta tem um só "${clause}"`,
      `satu soalan hanya ada satu "${clause}"`,
    ),
  oneRelation: (mend: string) =>
    words(
      `only one relation is opened at a time: write ${mend}`,
      `solo se abre una relación a la vez: escriba ${mend}`,
      `só se abre uma relação por vez: escreva ${mend}`,
      `hanya satu hubungan dibuka pada satu masa: tulis ${mend}`,
    ),
  figureName: words(
    '"as" and a name for the figure: count(*) as total',
    '"as" y un nombre para la cifra: count(*) as total',
    '"as" e um nome para o número: count(*) as total',
    '"as" dan nama bagi angka itu: count(*) as total',
  ),
  figureTwice: words(
    'another figure has this name; give each its own',
    'otra cifra tiene este nombre; dé a cada una el suyo',
    'outro número tem este nome; dê a cada um o seu',
    'angka lain sudah mempunyai nama ini; beri setiap satu namanya sendiri',
  ),
  wholeNumber: (most: number) =>
    words(
      `a whole number from 1 to ${most.toLocaleString('en')}`,
      `un número entero de 1 a ${most.toLocaleString('es')}`,
      `um número inteiro de 1 a ${most.toLocaleString('pt-BR')}`,
      `nombor bulat dari 1 hingga ${most.toLocaleString('ms')}`,
    ),
  pageMark: words(
    'the page mark of the last answer, in double quotes',
    'la marca de página de la última respuesta, entre comillas dobles',
    'a marca de página da última resposta, entre aspas duplas',
    'penanda halaman jawapan terakhir, dalam tanda petik berganda',
  ),
  searchedFor: words('what to search for', 'qué buscar', 'o que buscar', 'perkara yang dicari'),
  oneLetter: words(
    'search for at least one letter',
    'busque al menos una letra',
    'busque ao menos uma letra',
    'cari sekurang-kurangnya satu huruf',
  ),
  moreCharacters: (most: number) =>
    words(
      `this has more than ${most.toLocaleString('en')} characters`,
      `esto tiene más de ${most.toLocaleString('es')} caracteres`,
      `isto tem mais de ${most.toLocaleString('pt-BR')} caracteres`,
      `ini melebihi ${most.toLocaleString('ms')} aksara`,
    ),
  dayOrMoment: words(
    'a day or a moment: 2026-10-31 or 2026-10-31T09:30:00Z',
    'un día o un momento: 2026-10-31 o 2026-10-31T09:30:00Z',
    'um dia ou um momento: 2026-10-31 ou 2026-10-31T09:30:00Z',
    'hari atau saat: 2026-10-31 atau 2026-10-31T09:30:00Z',
  ),
  mostHere: (most: number) =>
    words(
      `at most ${most} may stand here`,
      `aquí caben como máximo ${most}`,
      `aqui cabem no máximo ${most}`,
      `paling banyak ${most} boleh berada di sini`,
    ),
  mostLevels: (most: number) =>
    words(
      `at most ${most} levels may be nested`,
      `se anidan como máximo ${most} niveles`,
      `aninham-se no máximo ${most} níveis`,
      `paling banyak ${most} aras boleh bersarang`,
    ),
  tooLong: (most: number) =>
    words(
      `a question has at most ${most.toLocaleString('en')} characters; send a longer one as JSON`,
      `una pregunta tiene como máximo ${most.toLocaleString('es')} caracteres; envíe como JSON una más larga`,
      `uma pergunta tem no máximo ${most.toLocaleString('pt-BR')} caracteres; envie como JSON uma mais longa`,
      `satu soalan ada paling banyak ${most.toLocaleString('ms')} aksara; hantar yang lebih panjang sebagai JSON`,
    ),
  quoteOpen: words(
    'the double quote is never closed',
    'las comillas dobles no se cierran',
    'as aspas duplas não se fecham',
    'tanda petik berganda tidak ditutup',
  ),
  bracketOpen: words(
    'this bracket is never closed',
    'este corchete no se cierra',
    'este colchete não se fecha',
    'kurungan ini tidak ditutup',
  ),
  oddSign: words(
    'this sign means nothing here; put a value with signs in double quotes',
    'este signo no significa nada aquí; ponga entre comillas dobles un valor con signos',
    'este sinal não significa nada aqui; ponha entre aspas duplas um valor com sinais',
    'tanda ini tiada makna di sini; letakkan nilai bertanda dalam tanda petik berganda',
  ),
  numberTooLong: words(
    'a number here is too long to be kept exactly; put a code in double quotes',
    'hay un número demasiado largo para guardarse exacto; ponga un código entre comillas dobles',
    'há um número longo demais para ser guardado exato; ponha um código entre aspas duplas',
    'satu nombor di sini terlalu panjang untuk disimpan tepat; letakkan kod dalam tanda petik berganda',
  ),
  notJson: words(
    'this is not JSON; in a text, write \\" for a quote, \\\\ for a backslash, \\n for a new line',
    'esto no es JSON; en un texto, escriba \\" para unas comillas, \\\\ para una barra invertida, \\n para un salto de línea',
    'isto não é JSON; em um texto, escreva \\" para aspas, \\\\ para barra invertida, \\n para quebra de linha',
    'ini bukan JSON; dalam teks, tulis \\" bagi tanda petik, \\\\ bagi garis miring balik, \\n bagi baris baharu',
  ),
  takesNoMe: (phrase: string) =>
    words(
      `"${phrase}" takes no "me"`,
      `"${phrase}" no admite "me"`,
      `"${phrase}" não aceita "me"`,
      `"${phrase}" tidak menerima "me"`,
    ),
  takesList: (phrase: string) =>
    words(
      `"${phrase}" takes a list of values`,
      `"${phrase}" pide una lista de valores`,
      `"${phrase}" pede uma lista de valores`,
      `"${phrase}" memerlukan senarai nilai`,
    ),
  valueMissing: words('a value is missing', 'falta un valor', 'falta um valor', 'satu nilai tiada'),
}

/** What is no question, told: where, and why. */
export const unsayableInWords = ({ at, why }: Unsayable): { at: Words; why: Words } => ({
  at: typeof at === 'string' ? inEveryLanguage(at) : placeOf(at.column, at.near),
  why: said(why),
})

function said({ name, given }: Reason): Words {
  const say: Words | ((...given: never[]) => Words) = reasons[name]
  if (typeof say !== 'function') return say
  const filled = given.map((each) => (typeof each === 'object' ? said(each) : each))
  return say(...(filled as never[])) // `because` has taken what this reason is filled with
}

/** Where in a text: the column, and what stands there. */
const placeOf = (column: number, near: string | null): Words =>
  words(
    `column ${column}${near === null ? '' : `: ${near === '' ? 'at the end' : `near "${near}"`}`}`,
    `columna ${column}${near === null ? '' : `: ${near === '' ? 'al final' : `junto a "${near}"`}`}`,
    `coluna ${column}${near === null ? '' : `: ${near === '' ? 'no fim' : `perto de "${near}"`}`}`,
    `lajur ${column}${near === null ? '' : `: ${near === '' ? 'di hujung' : `berhampiran "${near}"`}`}`,
  )
