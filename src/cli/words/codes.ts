// Codes that people read in tables: with --json they are as they are, for programs.
import { type Words, words } from '../../../dictionary/words.ts'
import { type Condition, conditionNamed, told } from '../../platform/index.ts'

const codes: Readonly<Record<string, Words>> = {
  // What became of a row or a record.
  created: words('created', 'creado', 'criado', 'dicipta'),
  matched: words('matched', 'emparejado', 'associado', 'dipadankan'),
  updated: words('updated', 'actualizado', 'atualizado', 'dikemas kini'),
  unchanged: words('unchanged', 'sin cambios', 'sem mudança', 'tidak berubah'),
  deleted: words('deleted', 'eliminado', 'excluído', 'dipadam'),
  restored: words('restored', 'restaurado', 'restaurado', 'dipulihkan'),
  merged: words('merged', 'fusionado', 'mesclado', 'digabung'),
  rejected: words('rejected', 'rechazado', 'recusado', 'ditolak'),
  skipped: words('skipped', 'omitido', 'ignorado', 'dilangkau'),
  repeated: words('repeated', 'repetido', 'repetido', 'berulang'),
  question: words('question', 'por responder', 'a responder', 'soalan'),
  possible_duplicate: words('possible duplicate', 'posible duplicado', 'possível duplicado', 'mungkin pendua'),
  // By which rule the value of a merged record stands.
  only: words('only', 'único', 'único', 'satu-satunya'),
  agreed: words('agreed', 'coinciden', 'concordam', 'sepakat'),
  authority: words('authority', 'fuente propia', 'fonte própria', 'sumber utama'),
  hand: words('hand', 'a mano', 'à mão', 'dengan tangan'),
  verification: words('verification', 'verificación', 'verificação', 'pengesahan'),
  chosen: words('chosen', 'elegido', 'escolhido', 'dipilih'),
  recency: words('recency', 'lo último dicho', 'dito por último', 'terkini'),
  computed: words('computed', 'calculado', 'calculado', 'dikira'),
  // How far an item of a checklist is.
  done: words('done', 'hecho', 'feito', 'selesai'),
  open: words('open', 'pendiente', 'pendente', 'belum selesai'),
  unknown: words('unknown', 'no se sabe', 'não se sabe', 'tidak diketahui'),
  // How far a handoff is.
  draft: words('draft', 'borrador', 'rascunho', 'draf'),
  submitted: words('submitted', 'enviado', 'enviada', 'dihantar'),
  returned: words('returned', 'devuelto', 'devolvida', 'dipulangkan'),
  accepted: words('accepted', 'aceptado', 'aceita', 'diterima'),
}

export const codeInWords = (code: string): string => {
  const named = codes[code]
  return named ? told(named) : code.replaceAll('_', ' ')
}

/** How far an import is. */
export const stateInWords = (state: Condition): string => told(conditionNamed(state))
