// What the columns of tables, and the names beside values, are called.
import { type Words, words } from '../../../dictionary/words.ts'
import { told } from '../../platform/index.ts'
import type { Column } from '../table.ts'

export const columns = {
  account: words('Account', 'Cuenta', 'Conta', 'Akaun'),
  and: words('and', 'y', 'e', 'dan'),
  asWritten: words('As written', 'Tal como está', 'Como está escrito', 'Seperti ditulis'),
  atLeast: words('at least', 'como mínimo', 'no mínimo', 'sekurang-kurangnya'),
  because: words('Because', 'Por qué', 'Por quê', 'Sebab'),
  begun: words('Begun', 'Inicio', 'Início', 'Bermula'),
  begunUtc: words('Begun (UTC)', 'Inicio (UTC)', 'Início (UTC)', 'Bermula (UTC)'),
  bits: words('Bits', 'Bits', 'Bits', 'Bit'),
  cameOut: words('Came out', 'Resultado', 'Resultado', 'Hasil'),
  changes: words('Changes', 'Cambios', 'Mudanças', 'Perubahan'),
  changeSet: words('Change set', 'Conjunto de cambios', 'Conjunto de mudanças', 'Set perubahan'),
  column: words('Column', 'Columna', 'Coluna', 'Lajur'),
  columns: words('Columns', 'Columnas', 'Colunas', 'Lajur'),
  currency: words('Currency', 'Moneda', 'Moeda', 'Mata wang'),
  dates: words('dates', 'fechas', 'datas', 'tarikh'),
  decimals: words('decimals', 'decimales', 'decimais', 'perpuluhan'),
  delimiter: words('delimiter', 'separador', 'separador', 'pemisah'),
  done: words('Done', 'Hecho', 'Feito', 'Selesai'),
  doneUtc: words('Done (UTC)', 'Hecha (UTC)', 'Feita (UTC)', 'Selesai (UTC)'),
  due: words('Due', 'Vence', 'Vence', 'Perlu tiba'),
  email: words('E-mail', 'Correo', 'E-mail', 'E-mel'),
  encoding: words('encoding', 'codificación', 'codificação', 'pengekodan'),
  every: words('Every', 'Cada', 'A cada', 'Setiap'),
  evidence: words('Evidence', 'Indicio', 'Evidência', 'Bukti'),
  field: words('Field', 'Campo', 'Campo', 'Medan'),
  file: words('File', 'Archivo', 'Arquivo', 'Fail'),
  folder: words('Folder', 'Carpeta', 'Pasta', 'Folder'),
  found: words('Found', 'Hallado', 'Encontrado', 'Ditemui'),
  from: words('From', 'De', 'De', 'Daripada'),
  id: words('Id', 'Id', 'Id', 'Id'),
  ids: words('Ids', 'Ids', 'Ids', 'Id'),
  is: words('is', 'es', 'é', 'ialah'),
  item: words('Item', 'Punto', 'Item', 'Perkara'),
  keptUtc: words('Kept (UTC)', 'Guardada (UTC)', 'Guardado (UTC)', 'Disimpan (UTC)'),
  known: words('What is known', 'Lo que se sabe', 'O que se sabe', 'Yang diketahui'),
  lastUtc: words('Last (UTC)', 'Última (UTC)', 'Última (UTC)', 'Terakhir (UTC)'),
  learned: words('learned', 'aprendido', 'aprendido', 'dipelajari'),
  madeUtc: words('Made (UTC)', 'Creada (UTC)', 'Criada (UTC)', 'Dibuat (UTC)'),
  means: words('Means', 'Significa', 'Significa', 'Maksud'),
  merged: words('merged', 'fusionados', 'mesclados', 'digabung'),
  mergedFrom: words(
    'merged unseen from',
    'se fusiona sin mirar desde',
    'mescla-se sem ver a partir de',
    'digabung tanpa dilihat dari',
  ),
  migration: words('Migration', 'Migración', 'Migração', 'Migrasi'),
  name: words('Name', 'Nombre', 'Nome', 'Nama'),
  onboarding: words('Onboarding', 'Incorporación', 'Onboarding', 'Onboarding'),
  open: words('Open', 'Pendiente', 'Pendente', 'Belum selesai'),
  owner: words('Owner', 'Responsable', 'Responsável', 'Pemilik'),
  pairs: words('pairs compared', 'pares comparados', 'pares comparados', 'pasangan dibanding'),
  rarity: words('Rarity', 'Rareza', 'Raridade', 'Kelangkaan'),
  recall: words('recall, estimated', 'exhaustividad estimada', 'cobertura estimada', 'anggaran liputan'),
  revokedUtc: words('Revoked (UTC)', 'Revocada (UTC)', 'Revogada (UTC)', 'Dibatalkan (UTC)'),
  roles: words('Roles', 'Roles', 'Funções', 'Peranan'),
  row: words('Row', 'Fila', 'Linha', 'Baris'),
  rows: words('rows compared', 'filas comparadas', 'linhas comparadas', 'baris dibanding'),
  shipped: words('shipped', 'de fábrica', 'de fábrica', 'asal'),
  since: words('Since', 'Desde', 'Desde', 'Sejak'),
  source: words('Source', 'Fuente', 'Fonte', 'Sumber'),
  state: words('State', 'Estado', 'Estado', 'Keadaan'),
  system: words('System', 'Sistema', 'Sistema', 'Sistem'),
  title: words('Title', 'Título', 'Título', 'Tajuk'),
  toLookAt: words('to look at', 'por revisar', 'a revisar', 'untuk disemak'),
  value: words('Value', 'Valor', 'Valor', 'Nilai'),
  what: words('What', 'Qué', 'O quê', 'Apa'),
  whenUtc: words('When (UTC)', 'Cuándo (UTC)', 'Quando (UTC)', 'Bila (UTC)'),
  who: words('Who', 'Quién', 'Quem', 'Siapa'),
} as const satisfies Record<string, Words>

/** Columns by their names; null for one that needs none. */
export const headed = (...names: readonly (keyof typeof columns | null)[]): Column[] =>
  names.map((name) => ({ title: name === null ? '' : told(columns[name]) }))

/** The same with figures from the column `from` on, which stand to the right. */
export const headedFigures = (from: number, ...names: readonly (keyof typeof columns | null)[]): Column[] =>
  headed(...names).map((column, i) => ({ ...column, isRight: i >= from }))
