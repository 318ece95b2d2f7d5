// What somebody may not do, and the steps and states of what goes through some: each a stable key for programs, which is the English
// for it too, and what it is called in the other languages.
import { type Words, words } from '../../../dictionary/words.ts'

type Others = readonly [es: string, pt: string, ms: string]

export const deeds = {
  'be told of': ['recibir avisos de', 'receber avisos de', 'dimaklumkan tentang'],
  change: ['cambiar', 'alterar', 'mengubah'],
  check: ['comprobar', 'verificar', 'menyemak'],
  choose: ['elegir', 'escolher', 'memilih'],
  'comment on': ['comentar', 'comentar', 'mengulas'],
  create: ['crear', 'criar', 'mencipta'],
  'decide on': ['decidir sobre', 'decidir sobre', 'memutuskan'],
  'decide on duplicates of': ['decidir sobre duplicados de', 'decidir sobre duplicados de', 'memutuskan pendua bagi'],
  delete: ['eliminar', 'excluir', 'memadam'],
  edit: ['editar', 'editar', 'menyunting'],
  export: ['exportar', 'exportar', 'mengeksport'],
  'fill keys of': ['completar claves de', 'preencher chaves de', 'mengisi kunci bagi'],
  'find duplicates of': ['buscar duplicados de', 'buscar duplicados de', 'mencari pendua bagi'],
  follow: ['seguir', 'seguir', 'mengikuti'],
  'give away': ['ceder', 'transferir', 'menyerahkan'],
  import: ['importar', 'importar', 'mengimport'],
  keep: ['guardar', 'guardar', 'menyimpan'],
  list: ['listar', 'listar', 'menyenaraikan'],
  load: ['cargar', 'carregar', 'memuatkan'],
  measure: ['medir', 'medir', 'mengukur'],
  merge: ['fusionar', 'mesclar', 'menggabungkan'],
  'move out of your own records': [
    'sacar de sus propios registros',
    'tirar dos seus próprios registros',
    'mengeluarkan daripada rekod anda sendiri',
  ],
  'propose a change of': ['proponer un cambio de', 'propor uma mudança de', 'mencadangkan perubahan pada'],
  read: ['leer', 'ler', 'membaca'],
  'read settings of': ['leer los ajustes de', 'ler as configurações de', 'membaca tetapan bagi'],
  'read the claims of': [
    'leer lo que dice cada fuente de',
    'ler o que cada fonte diz de',
    'membaca kata setiap sumber tentang',
  ],
  'read the documents of': ['leer los documentos de', 'ler os documentos de', 'membaca dokumen bagi'],
  remove: ['quitar', 'remover', 'mengeluarkan'],
  restore: ['restaurar', 'restaurar', 'memulihkan'],
  'set the weights of': ['fijar los pesos de', 'definir os pesos de', 'menetapkan pemberat bagi'],
  'set up': ['preparar', 'preparar', 'menyediakan'],
  'set when to merge records of': [
    'fijar cuándo fusionar registros de',
    'definir quando mesclar registros de',
    'menetapkan bila rekod digabungkan bagi',
  ],
  'share with a team': ['compartir con un equipo', 'compartilhar com uma equipe', 'berkongsi dengan pasukan'],
  take: ['hacer', 'fazer', 'mengikuti'],
  'take apart': ['separar', 'separar', 'menceraikan'],
  update: ['cambiar', 'alterar', 'mengubah'],
  upsert: ['crear o cambiar', 'criar ou alterar', 'mencipta atau mengubah'],
  'write facts of': ['escribir datos de', 'gravar dados de', 'menulis fakta bagi'],
  accept: ['aceptar', 'aceitar', 'menerima'],
  rate: ['valorar', 'avaliar', 'menilai'],
  return: ['devolver', 'devolver', 'memulangkan'],
  submit: ['enviar', 'enviar', 'menghantar'],
  answer: ['responder', 'responder', 'menjawab'],
  cancel: ['cancelar', 'cancelar', 'membatalkan'],
  'choose sheets': ['elegir hojas', 'escolher planilhas', 'memilih helaian'],
  compare: ['comparar', 'comparar', 'membandingkan'],
  map: ['asignar columnas', 'mapear colunas', 'memetakan lajur'],
  preview: ['previsualizar', 'pré-visualizar', 'pratonton'],
  profile: ['examinar', 'examinar', 'meneliti'],
  'read the preview': ['leer la vista previa', 'ler a prévia', 'membaca pratonton'],
  recognise: ['reconocer', 'reconhecer', 'mengenal pasti'],
  'rejected rows': ['filas rechazadas', 'linhas recusadas', 'baris yang ditolak'],
  'remove a file': ['quitar un archivo', 'remover um arquivo', 'mengeluarkan fail'],
  rows: ['filas', 'linhas', 'baris'],
  run: ['ejecutar', 'executar', 'menjalankan'],
  settings: ['ajustes', 'configurações', 'tetapan'],
  undo: ['deshacer', 'desfazer', 'membuat asal'],
  upload: ['subir', 'enviar', 'memuat naik'],
} as const satisfies Record<string, Others>
export type Deed = keyof typeof deeds

export const conditions = {
  accepted: ['aceptado', 'aceito', 'diterima'],
  cancel: ['en cancelación', 'em cancelamento', 'sedang dibatalkan'],
  cancelled: ['cancelado', 'cancelado', 'dibatalkan'],
  changed: ['cambiado', 'alterado', 'berubah'],
  done: ['terminado', 'concluído', 'selesai'],
  draft: ['borrador', 'rascunho', 'draf'],
  failed: ['fallido', 'com falha', 'gagal'],
  mapped: ['asignado', 'mapeado', 'dipetakan'],
  'no table': ['sin tabla', 'sem tabela', 'tiada jadual'],
  preview: ['en vista previa', 'em prévia', 'dalam pratonton'],
  previewed: ['previsualizado', 'com prévia', 'telah dipratonton'],
  profile: ['en examen', 'em exame', 'sedang diteliti'],
  ready: ['listo', 'pronto', 'sedia'],
  removed: ['quitado', 'removido', 'dikeluarkan'],
  returned: ['devuelto', 'devolvido', 'dipulangkan'],
  run: ['en ejecución', 'em execução', 'sedang berjalan'],
  running: ['en ejecución', 'em execução', 'sedang berjalan'],
  submitted: ['enviado', 'enviado', 'dihantar'],
  undo: ['deshaciéndose', 'sendo desfeito', 'sedang dibuat asal'],
  undone: ['deshecho', 'desfeito', 'dibuat asal'],
  unreadable: ['ilegible', 'ilegível', 'tidak dapat dibaca'],
  uploaded: ['subido', 'enviado', 'dimuat naik'],
  uploading: ['subiendo', 'em envio', 'sedang dimuat naik'],
} as const satisfies Record<string, Others>
export type Condition = keyof typeof conditions

/** What is no record of the dictionary, for those have their labels there. */
const things: Readonly<Record<string, Others>> = {
  comment: ['comentario', 'comentário', 'komen'],
  'demo company': ['la empresa de demostración', 'a empresa de demonstração', 'syarikat demo'],
  proposal: ['propuesta', 'proposta', 'cadangan'],
  records: ['registros', 'registros', 'rekod'],
  'recurring import': ['importación periódica', 'importação recorrente', 'import berulang'],
  tour: ['el recorrido', 'o passeio', 'jelajah'],
  view: ['vista', 'visão', 'paparan'],
  workspace: ['espacio de trabajo', 'espaço de trabalho', 'ruang kerja'],
}

/** What has no name of ours, such as an object, is said as it is. */
const named = (key: string, others: Others | undefined): Words => words(key, ...(others ?? ([key, key, key] as const)))

export const deedNamed = (deed: Deed): Words => named(deed, deeds[deed])
export const conditionNamed = (condition: Condition): Words => named(condition, conditions[condition])
export const thingNamed = (thing: string): Words => named(thing, things[thing])
