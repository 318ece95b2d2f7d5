// What "handoffs", "onboarding", "log" and "undo" say.
import { type Words, words } from '../../../dictionary/words.ts'

export const says = {
  item: words('item', 'punto', 'item', 'perkara'),
  begun: (id: string) => words(`Begun: ${id}`, `Empezado: ${id}`, `Iniciado: ${id}`, `Dimulakan: ${id}`),
  underWay: (id: string) => words(`Under way: ${id}`, `En curso: ${id}`, `Em curso: ${id}`, `Sedang berjalan: ${id}`),
  oneForDeal: (id: string) =>
    words(
      `There is one for this deal: ${id}`,
      `Ya hay uno para esta oportunidad: ${id}`,
      `Já há uma para este negócio: ${id}`,
      `Sudah ada satu bagi urus niaga ini: ${id}`,
    ),
  noValue: (word: string) =>
    words(
      `"${word}" is no value: write FIELD=VALUE.`,
      `"${word}" no es un valor: escriba CAMPO=VALOR.`,
      `"${word}" não é um valor: escreva CAMPO=VALOR.`,
      `"${word}" bukan nilai: tulis MEDAN=NILAI.`,
    ),
  saved: (id: string) => words(`Saved: ${id}`, `Guardado: ${id}`, `Salvo: ${id}`, `Disimpan: ${id}`),
  submitted: words(
    'Submitted. Customer success accepts or returns it.',
    'Enviado. Customer success lo acepta o lo devuelve.',
    'Enviada. Customer success aceita ou devolve.',
    'Dihantar. Customer success menerima atau memulangkannya.',
  ),
  whyReturned: words(
    'Say why it is returned: --because TEXT.',
    'Diga por qué se devuelve: --because TEXTO.',
    'Diga por que é devolvida: --because TEXTO.',
    'Nyatakan sebab ia dipulangkan: --because TEKS.',
  ),
  returned: words('Returned.', 'Devuelto.', 'Devolvida.', 'Dipulangkan.'),
  lastWord: (fields: string) =>
    words(
      `another source has the last word on ${fields}`,
      `otra fuente tiene la última palabra sobre ${fields}`,
      `outra fonte tem a última palavra sobre ${fields}`,
      `sumber lain mempunyai kata putus tentang ${fields}`,
    ),
  takeBack: (what: string) =>
    words(
      `Take it back with: holdfast undo ${what}`,
      `Deshágalo con: holdfast undo ${what}`,
      `Desfaça com: holdfast undo ${what}`,
      `Buat asal dengan: holdfast undo ${what}`,
    ),
  rateIt: words(
    'Rate it from 1 (useless) to 5 (all we needed).',
    'Valórelo de 1 (inútil) a 5 (todo lo que hacía falta).',
    'Avalie de 1 (inútil) a 5 (tudo de que precisávamos).',
    'Nilaikan dari 1 (tidak berguna) hingga 5 (semua yang kita perlukan).',
  ),
  rated: words('Rated.', 'Valorado.', 'Avaliada.', 'Dinilai.'),
  hoursToAccept: words('hours to accept', 'horas hasta aceptar', 'horas até aceitar', 'jam hingga diterima'),
  usefulness: words('usefulness', 'utilidad', 'utilidade', 'kegunaan'),
  ofRated: (figure: string, rated: number) =>
    words(
      `${figure} (${rated} rated)`,
      `${figure} (${rated} valorados)`,
      `${figure} (${rated} avaliadas)`,
      `${figure} (${rated} dinilai)`,
    ),
  timesReturned: words('times returned', 'veces devuelto', 'vezes devolvida', 'kali dipulangkan'),
  completedOn: (day: string) =>
    words(`Completed on ${day}.`, `Completado el ${day}.`, `Concluído em ${day}.`, `Selesai pada ${day}.`),

  nobody: (part: string) =>
    words(
      `"${part}" is nobody: write Name <name@company.com>.`,
      `"${part}" no es nadie: escriba Nombre <nombre@empresa.com>.`,
      `"${part}" não é ninguém: escreva Nome <nome@empresa.com>.`,
      `"${part}" bukan sesiapa: tulis Nama <nama@syarikat.com>.`,
    ),
  writtenDown: (id: string, act: string) =>
    words(
      `Written down: ${id}. Take it back with: holdfast undo ${act}`,
      `Anotado: ${id}. Deshágalo con: holdfast undo ${act}`,
      `Anotado: ${id}. Desfaça com: holdfast undo ${act}`,
      `Dicatat: ${id}. Buat asal dengan: holdfast undo ${act}`,
    ),

  takenBack: (records: number) =>
    words(
      `Taken back in ${records} ${records === 1 ? 'record' : 'records'}.`,
      `Deshecho en ${records} ${records === 1 ? 'registro' : 'registros'}.`,
      `Desfeito em ${records} ${records === 1 ? 'registro' : 'registros'}.`,
      `Dibuat asal dalam ${records} rekod.`,
    ),
  overtaken: (records: number) =>
    words(
      `${records} had been overtaken since and stay as they are.`,
      `${records} habían cambiado desde entonces y quedan como están.`,
      `${records} já tinham mudado desde então e ficam como estão.`,
      `${records} telah berubah sejak itu dan kekal seadanya.`,
    ),
  undoThis: (act: string) =>
    words(
      `Undo this with: holdfast undo ${act}`,
      `Deshaga esto con: holdfast undo ${act}`,
      `Desfaça isto com: holdfast undo ${act}`,
      `Buat asal ini dengan: holdfast undo ${act}`,
    ),
} as const satisfies Record<string, Words | ((...given: never[]) => Words)>
