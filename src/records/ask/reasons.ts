// Why a question can't be answered, in words for whoever asked. Names of fields, types and operators are the same in all languages.
import { inEveryLanguage, type Words, words } from '../../../dictionary/words.ts'

export const reasons = {
  tooManyParts: (most: number) =>
    words(
      `it has more than ${most} parts`,
      `tiene más de ${most} partes`,
      `tem mais de ${most} partes`,
      `ia ada lebih daripada ${most} bahagian`,
    ),
  tooDeep: (most: number) =>
    words(
      `it is nested more than ${most} deep`,
      `tiene más de ${most} niveles anidados`,
      `tem mais de ${most} níveis aninhados`,
      `ia bersarang lebih daripada ${most} aras`,
    ),
  nul: words(
    'it holds the character NUL, which no value can',
    'contiene el carácter NUL, que ningún valor puede tener',
    'contém o caractere NUL, que nenhum valor pode ter',
    'ia mengandungi aksara NUL, yang tidak boleh ada dalam mana-mana nilai',
  ),
  noName: words('not a name', 'no es un nombre', 'não é um nome', 'bukan nama'),
  noFieldName: words('not a field name', 'no es el nombre de un campo', 'não é o nome de um campo', 'bukan nama medan'),
  tooManyMeasures: (most: number) =>
    words(
      `at most ${most} measures`,
      `como máximo ${most} medidas`,
      `no máximo ${most} medidas`,
      `paling banyak ${most} ukuran`,
    ),
  longPath: (most: number) =>
    words(
      `a selected path has at most ${most} letters; select it as a list: relation (field)`,
      `una ruta seleccionada tiene como máximo ${most} letras; selecciónela como lista: relación (campo)`,
      `um caminho selecionado tem no máximo ${most} letras; selecione-o como lista: relação (campo)`,
      `laluan yang dipilih ada paling banyak ${most} huruf; pilih sebagai senarai: hubungan (medan)`,
    ),
  deepLists: (most: number) =>
    words(
      `lists may be nested ${most} deep`,
      `las listas se anidan hasta ${most} niveles`,
      `as listas se aninham até ${most} níveis`,
      `senarai boleh bersarang hingga ${most} aras`,
    ),
  twoCurrencies: words(
    'amounts of two money fields may be in different currencies; ask for them in two questions',
    'los importes de dos campos de dinero pueden estar en monedas distintas; pregunte por ellos por separado',
    'os valores de dois campos de dinheiro podem estar em moedas diferentes; faça duas perguntas',
    'amaun dua medan wang mungkin dalam mata wang berbeza; tanya dalam dua soalan',
  ),
  nameTwice: words(
    'two columns of the answer would have this name',
    'dos columnas de la respuesta tendrían este nombre',
    'duas colunas da resposta teriam este nome',
    'dua lajur jawapan akan mempunyai nama ini',
  ),
  onlyDates: words(
    'only dates are grouped by period',
    'solo las fechas se agrupan por período',
    'só datas são agrupadas por período',
    'hanya tarikh dikumpulkan mengikut tempoh',
  ),
  noGroups: (type: string) =>
    words(
      `a ${type} makes no groups`,
      `con un campo ${type} no se agrupa`,
      `com um campo ${type} não se agrupa`,
      `medan ${type} tidak boleh dikumpulkan`,
    ),
  noMeasure: (type: string, kind: string) =>
    words(
      `a ${type} has no ${kind}`,
      `un campo ${type} no tiene ${kind}`,
      `um campo ${type} não tem ${kind}`,
      `medan ${type} tiada ${kind}`,
    ),
  orderByOne: (names: string) =>
    words(
      `order by one of ${names}`,
      `ordene por uno de ${names}`,
      `ordene por um de ${names}`,
      `susun mengikut salah satu daripada ${names}`,
    ),
  noOrder: (type: string) =>
    words(
      `a ${type} has no order`,
      `un campo ${type} no tiene orden`,
      `um campo ${type} não tem ordem`,
      `medan ${type} tiada susunan`,
    ),
  rowScopeOnly: words(
    'only a row scope may use it',
    'solo lo puede usar un alcance de filas',
    'só um escopo de linhas pode usá-lo',
    'hanya skop baris boleh menggunakannya',
  ),
  operatorUnfit: (op: string, type: string, fitting: string) =>
    words(
      `"${op}" does not fit a ${type}; use ${fitting}`,
      `"${op}" no sirve para un campo ${type}; use ${fitting}`,
      `"${op}" não serve para um campo ${type}; use ${fitting}`,
      `"${op}" tidak sesuai bagi medan ${type}; guna ${fitting}`,
    ),
  meWithIs: words(
    '"me" goes with "is" and "is_not" only',
    '"me" solo va con "is" e "is_not"',
    '"me" só vai com "is" e "is_not"',
    '"me" hanya digunakan dengan "is" dan "is_not"',
  ),
  listOfValues: (most: number) =>
    words(
      `give a list of at most ${most.toLocaleString('en')} values`,
      `dé una lista de ${most.toLocaleString('es')} valores como máximo`,
      `informe uma lista de no máximo ${most.toLocaleString('pt-BR')} valores`,
      `beri senarai paling banyak ${most.toLocaleString('ms')} nilai`,
    ),
  noValueOf: (given: string | undefined, type: string, hint: Words | undefined) => {
    const said = given === undefined ? words('nothing', 'nada', 'nada', 'tiada nilai') : inEveryLanguage(given)
    const mend = hint ?? words('', '', '', '')
    const after = hint ? ': ' : ''
    return words(
      `${said.en} is no ${type}${after}${mend.en}`,
      `${said.es} no es un valor de ${type}${after}${mend.es}`,
      `${said.pt} não é um valor de ${type}${after}${mend.pt}`,
      `${said.ms} bukan nilai ${type}${after}${mend.ms}`,
    )
  },
  textOf: (most: number) =>
    words(
      `give a text of at most ${most} characters`,
      `dé un texto de ${most} caracteres como máximo`,
      `informe um texto de no máximo ${most} caracteres`,
      `beri teks paling banyak ${most} aksara`,
    ),
}
