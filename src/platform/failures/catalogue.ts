// Every failure a person or a program can be told of: code, HTTP status, and the sentence in four languages.
// A test keeps docs/generated/errors.md equal to this.
import { type Words, words } from '../../../dictionary/words.ts'
import { type Condition, conditionNamed, type Deed, deedNamed, thingNamed } from './deeds.ts'
import type { Told } from './spoken.ts'

type Entry<D> = { status: number; say(details: D): Words }
const failure = <D>(status: number, say: (details: D) => Words): Entry<D> => ({ status, say })

export const catalogue = {
  unreadable_request: failure<{ why: Told }>(400, ({ why }) =>
    words(
      `The request can't be read: ${why}.`,
      `La solicitud no se puede leer: ${why}.`,
      `Não é possível ler a solicitação: ${why}.`,
      `Permintaan tidak dapat dibaca: ${why}.`,
    ),
  ),
  invalid_question: failure<{ at: string; why: Told }>(400, ({ at, why }) =>
    words(
      `The question can't be answered: ${at}: ${why}.`,
      `La pregunta no se puede responder: ${at}: ${why}.`,
      `A pergunta não pode ser respondida: ${at}: ${why}.`,
      `Soalan tidak dapat dijawab: ${at}: ${why}.`,
    ),
  ),
  invalid_cursor: failure<Record<never, never>>(400, () =>
    words(
      'This page mark belongs to another question. Ask again without `after`.',
      'Esta marca de página pertenece a otra pregunta. Pregunte de nuevo sin `after`.',
      'Esta marca de página pertence a outra pergunta. Pergunte de novo sem `after`.',
      'Penanda halaman ini milik soalan lain. Tanya semula tanpa `after`.',
    ),
  ),
  not_signed_in: failure<Record<never, never>>(401, () =>
    words(
      'Sign in, or send an API key as `Authorization: Bearer …`.',
      'Inicie sesión o envíe una clave de API como `Authorization: Bearer …`.',
      'Entre, ou envie uma chave de API como `Authorization: Bearer …`.',
      'Log masuk, atau hantar kunci API sebagai `Authorization: Bearer …`.',
    ),
  ),
  sign_in_refused: failure<Record<never, never>>(401, () =>
    words(
      'E-mail and password do not fit together.',
      'El correo y la contraseña no coinciden.',
      'O e-mail e a senha não conferem.',
      'E-mel dan kata laluan tidak sepadan.',
    ),
  ),
  not_allowed: failure<{ verb: Deed; object: string }>(403, ({ verb, object }) => {
    const [deed, thing] = [deedNamed(verb), thingNamed(object)]
    return words(
      `Your role may not ${deed.en} ${thing.en}.`,
      `Su rol no permite ${deed.es} ${thing.es}.`,
      `Sua função não permite ${deed.pt} ${thing.pt}.`,
      `Peranan anda tidak membenarkan anda ${deed.ms} ${thing.ms}.`,
    )
  }),
  other_origin: failure<{ own: string }>(403, ({ own }) =>
    words(
      `This request came from a page that is not ours. Send it from ${own}, or with an API key.`,
      `Esta solicitud vino de una página que no es nuestra. Envíela desde ${own} o con una clave de API.`,
      `Esta solicitação veio de uma página que não é nossa. Envie-a de ${own} ou com uma chave de API.`,
      `Permintaan ini datang dari halaman yang bukan milik kami. Hantar dari ${own}, atau dengan kunci API.`,
    ),
  ),
  workspace_unavailable: failure<{ workspace: string }>(403, ({ workspace }) => {
    const named = workspace === '' ? '' : ` "${workspace}"`
    return words(
      `There is no workspace${named} that you may enter. Ask its administrator to add you.`,
      `No hay ningún espacio de trabajo${named} en el que pueda entrar. Pida a su administrador que le añada.`,
      `Não há espaço de trabalho${named} em que você possa entrar. Peça ao administrador que o adicione.`,
      `Tiada ruang kerja${named} yang boleh anda masuki. Minta pentadbirnya menambah anda.`,
    )
  }),
  field_unavailable: failure<{ object: string; field: string; near: string | null }>(403, ({ object, field, near }) => {
    const mean = (text: string) => (near ? ` ${text} "${near}"?` : '')
    return words(
      `There is no field "${field}" on ${object} that you may use.${mean('Did you mean')}`,
      `No hay ningún campo "${field}" en ${object} que usted pueda usar.${mean('¿Quiso decir')}`,
      `Não há campo "${field}" em ${object} que você possa usar.${mean('Você quis dizer')}`,
      `Tiada medan "${field}" pada ${object} yang boleh anda gunakan.${mean('Adakah maksud anda')}`,
    )
  }),
  object_unavailable: failure<{ object: string }>(404, ({ object }) =>
    words(
      `There is no "${object}" that you may use.`,
      `No hay "${object}" que usted pueda usar.`,
      `Não há "${object}" que você possa usar.`,
      `Tiada "${object}" yang boleh anda gunakan.`,
    ),
  ),
  record_unavailable: failure<{ object: string; id: string }>(404, ({ object, id }) =>
    words(
      `There is no ${object} ${id} that you may see.`,
      `No hay ${object} ${id} que usted pueda ver.`,
      `Não há ${object} ${id} que você possa ver.`,
      `Tiada ${object} ${id} yang boleh anda lihat.`,
    ),
  ),
  no_such_route: failure<{ route: string }>(404, ({ route }) =>
    words(
      `There is nothing at ${route}. The routes are listed at /api/v1/openapi.json.`,
      `No hay nada en ${route}. Las rutas están en /api/v1/openapi.json.`,
      `Não há nada em ${route}. As rotas estão em /api/v1/openapi.json.`,
      `Tiada apa-apa di ${route}. Laluan disenaraikan di /api/v1/openapi.json.`,
    ),
  ),
  stale_version: failure<{ object: string; yours: number; ours: number }>(409, ({ object, yours, ours }) =>
    words(
      `This ${object} changed since you read it (${yours} → ${ours}). Read it again and repeat your change.`,
      `Este registro (${object}) cambió desde que lo leyó (${yours} → ${ours}). Léalo de nuevo y repita el cambio.`,
      `Este registro (${object}) mudou desde que você o leu (${yours} → ${ours}). Leia de novo e repita a mudança.`,
      `Rekod ${object} ini berubah sejak anda membacanya (${yours} → ${ours}). Baca semula dan ulangi perubahan.`,
    ),
  ),
  request_in_progress: failure<Record<never, never>>(409, () =>
    words(
      'A request with this Idempotency-Key is still running. Wait and repeat it.',
      'Una solicitud con esta Idempotency-Key sigue en curso. Espere y repítala.',
      'Uma solicitação com esta Idempotency-Key ainda está em curso. Espere e repita.',
      'Permintaan dengan Idempotency-Key ini masih berjalan. Tunggu dan ulangi.',
    ),
  ),
  possible_duplicate: failure<{ object: string; candidates: readonly { id: string; title: string | null }[] }>(
    409,
    ({ object, candidates }) => {
      const found = candidates.map((each) => `${each.title ?? '—'} (${each.id})`).join(', ')
      return words(
        `This ${object} seems to exist already: ${found}. Change that one, or repeat with on_duplicate=create.`,
        `Parece que ya existe: ${found}. Cambie ese registro o repita con on_duplicate=create.`,
        `Parece que já existe: ${found}. Altere esse registro ou repita com on_duplicate=create.`,
        `Nampaknya sudah wujud: ${found}. Ubah rekod itu, atau ulangi dengan on_duplicate=create.`,
      )
    },
  ),
  not_undoable: failure<{ act: string; why: Told }>(409, ({ act, why }) =>
    words(
      `The change set ${act} can't be undone: ${why}.`,
      `El conjunto de cambios ${act} no se puede deshacer: ${why}.`,
      `O conjunto de mudanças ${act} não pode ser desfeito: ${why}.`,
      `Set perubahan ${act} tidak boleh dibuat asal: ${why}.`,
    ),
  ),
  workspace_not_empty: failure<Record<never, never>>(409, () =>
    words(
      'The demo company comes only into an empty workspace: this one already holds customers or contacts.',
      'La empresa de demostración solo entra en un espacio vacío: este ya tiene clientes o contactos.',
      'A empresa de demonstração só entra em um espaço vazio: este já tem clientes ou contatos.',
      'Syarikat demo hanya dimuatkan ke ruang kerja yang kosong: ruang ini sudah mempunyai pelanggan atau orang hubungan.',
    ),
  ),
  no_demo_loaded: failure<Record<never, never>>(409, () =>
    words(
      'There is no demo company here to take out.',
      'Aquí no hay ninguna empresa de demostración que quitar.',
      'Não há aqui nenhuma empresa de demonstração para retirar.',
      'Tiada syarikat demo di sini untuk dikeluarkan.',
    ),
  ),
  nothing_to_merge: failure<{ object: string }>(422, ({ object }) =>
    words(
      `These are one and the same ${object} already: there is nothing to merge. Name at least two.`,
      `Ya son un mismo registro (${object}): no hay nada que fusionar. Indique al menos dos.`,
      `Já são um mesmo registro (${object}): não há nada a mesclar. Informe ao menos dois.`,
      `Semua ini sudah ${object} yang sama: tiada apa-apa untuk digabung. Namakan sekurang-kurangnya dua.`,
    ),
  ),
  never_merge: failure<{ object: string; a: string; b: string; because: string }>(409, ({ object, a, b, because }) =>
    words(
      `It was decided that ${object} ${a} and ${b} are never to be merged: ${because}. Take that decision back first.`,
      `Se decidió no fusionar nunca ${object} ${a} y ${b}: ${because}. Retire antes esa decisión.`,
      `Decidiu-se nunca mesclar ${object} ${a} e ${b}: ${because}. Retire antes essa decisão.`,
      `Telah diputuskan bahawa ${object} ${a} dan ${b} tidak boleh digabung: ${because}. Tarik balik keputusan itu dahulu.`,
    ),
  ),
  nothing_learned: failure<{ object: string; why: string | null }>(409, ({ object, why }) =>
    words(
      `There are no learned weights for ${object} that could be used${why ? `: ${why}` : ''}. The shipped ones stay.`,
      `No hay pesos aprendidos para ${object} que puedan usarse${why ? `: ${why}` : ''}. Se mantienen los de fábrica.`,
      `Não há pesos aprendidos para ${object} que possam ser usados${why ? `: ${why}` : ''}. Ficam os de fábrica.`,
      `Tiada pemberat yang dipelajari untuk ${object} yang boleh digunakan${why ? `: ${why}` : ''}. Pemberat asal dikekalkan.`,
    ),
  ),
  signs_in: failure<{ id: string }>(409, ({ id }) =>
    words(
      `Colleague ${id} signs in here and so has to be the one that stays. Choose them as that, or end their access first.`,
      `El compañero ${id} inicia sesión aquí, así que debe ser el que permanezca. Fusione en él o retire antes su acceso.`,
      `O colega ${id} entra aqui, portanto deve ser o que permanece. Mescle nele ou retire antes o acesso dele.`,
      `Rakan sekerja ${id} log masuk di sini, jadi dialah yang mesti kekal. Gabungkan ke dalamnya, atau tamatkan aksesnya dahulu.`,
    ),
  ),
  not_unmergeable: failure<{ what: string }>(409, ({ what }) =>
    words(
      `${what} names no merge that you may take apart.`,
      `${what} no es una fusión que usted pueda deshacer.`,
      `${what} não é uma mesclagem que você possa desfazer.`,
      `${what} bukan penggabungan yang boleh anda ceraikan.`,
    ),
  ),
  answers_needed: failure<{ object: string; id: string; questions: readonly object[] }>(409, ({ questions }) => {
    const n = questions.length
    return words(
      `Nothing was taken apart yet: ${n === 1 ? 'one question is' : `${n} questions are`} to be answered first. Repeat with "answers": for each key the id of a record, or "stay" for all.`,
      `Todavía no se ha separado nada: antes hay que responder ${n === 1 ? 'una pregunta' : `${n} preguntas`}. Repita con "answers": para cada clave el id de un registro, o "stay" para todas.`,
      `Nada foi separado ainda: antes é preciso responder ${n === 1 ? 'a uma pergunta' : `a ${n} perguntas`}. Repita com "answers": para cada chave o id de um registro, ou "stay" para todas.`,
      `Belum ada yang diceraikan: ${n} soalan perlu dijawab dahulu. Ulangi dengan "answers": bagi setiap kunci id satu rekod, atau "stay" untuk semua.`,
    )
  }),
  too_large: failure<{ what: Told; limit: Told }>(413, ({ what, limit }) =>
    words(
      `${what} is too large: at most ${limit}.`,
      `${what}: demasiado grande; como máximo ${limit}.`,
      `${what}: grande demais; no máximo ${limit}.`,
      `${what} terlalu besar: paling banyak ${limit}.`,
    ),
  ),
  record_refused: failure<{ faults: readonly { field: string | null; code: string; message: string }[] }>(
    422,
    ({ faults }) => {
      const list = faults.map((fault) => fault.message).join(' ')
      return words(
        `Nothing was written. ${list}`,
        `No se escribió nada. ${list}`,
        `Nada foi gravado. ${list}`,
        `Tiada apa-apa ditulis. ${list}`,
      )
    },
  ),
  handoff_incomplete: failure<{ missing: readonly { field: string | null; code: string; message: string }[] }>(
    422,
    ({ missing }) => {
      const lacks = missing.map(({ message }) => message).join(' ')
      return words(
        `The handoff is not complete. ${lacks}`,
        `El traspaso no está completo. ${lacks}`,
        `A passagem de bastão não está completa. ${lacks}`,
        `Serah tugas belum lengkap. ${lacks}`,
      )
    },
  ),
  wrong_step: failure<{ object: string; state: Condition; step: Deed }>(409, ({ object, state, step }) => {
    const [is, deed] = [conditionNamed(state), deedNamed(step)]
    return words(
      `This ${object} is ${is.en}, so there is nothing to ${deed.en}.`,
      `Este registro (${object}) está en estado "${is.es}"; no se puede ${deed.es}.`,
      `Este registro (${object}) está no estado "${is.pt}"; não é possível ${deed.pt}.`,
      `Rekod ${object} ini dalam keadaan "${is.ms}"; tidak boleh ${deed.ms}.`,
    )
  }),
  idempotency_conflict: failure<Record<never, never>>(422, () =>
    words(
      'This Idempotency-Key was used for another request. Use a new one.',
      'Esta Idempotency-Key se usó para otra solicitud. Use una nueva.',
      'Esta Idempotency-Key foi usada em outra solicitação. Use uma nova.',
      'Idempotency-Key ini telah digunakan untuk permintaan lain. Guna yang baharu.',
    ),
  ),
  unreadable_file: failure<{ file: string; why: Told }>(422, ({ file, why }) =>
    words(
      `${file} can't be read: ${why}`,
      `${file} no se puede leer: ${why}`,
      `Não é possível ler ${file}: ${why}`,
      `${file} tidak dapat dibaca: ${why}`,
    ),
  ),
  step_unavailable: failure<{ state: Condition; step: Deed }>(409, ({ state, step }) => {
    const [is, deed] = [conditionNamed(state), deedNamed(step)]
    return words(
      `This import is ${is.en}: "${deed.en}" is not possible now.`,
      `Esta importación está en estado "${is.es}": ahora no es posible "${deed.es}".`,
      `Esta importação está no estado "${is.pt}": "${deed.pt}" não é possível agora.`,
      `Import ini berada dalam keadaan "${is.ms}": "${deed.ms}" tidak boleh dibuat sekarang.`,
    )
  }),
  sheet_unavailable: failure<{ sheet: string; file: string; sheets: string }>(422, ({ sheet, file, sheets }) =>
    words(
      `${file} has no sheet “${sheet}” to be taken. To choose from: ${sheets}.`,
      `${file} no tiene una hoja “${sheet}” que tomar. Puede elegir entre: ${sheets}.`,
      `${file} não tem uma planilha “${sheet}” a incluir. Para escolher: ${sheets}.`,
      `${file} tiada helaian “${sheet}” untuk diambil. Yang boleh dipilih: ${sheets}.`,
    ),
  ),
  offset_differs: failure<{ received: number }>(409, ({ received }) =>
    words(
      `${received} bytes of this file are here. Go on from there: offset=${received}.`,
      `Ya están aquí ${received} bytes de este archivo. Continúe desde ahí: offset=${received}.`,
      `${received} bytes deste arquivo já estão aqui. Continue daí: offset=${received}.`,
      `${received} bait fail ini sudah ada di sini. Sambung dari situ: offset=${received}.`,
    ),
  ),
  digest_differs: failure<{ file: string }>(422, ({ file }) =>
    words(
      `What arrived of ${file} is not what was sent: its SHA-256 differs. Send it again from the beginning.`,
      `Lo que llegó de ${file} no es lo que se envió: su SHA-256 es distinto. Envíelo de nuevo desde el principio.`,
      `O que chegou de ${file} não é o que foi enviado: o SHA-256 é outro. Envie de novo desde o início.`,
      `Apa yang tiba bagi ${file} bukan apa yang dihantar: SHA-256nya berbeza. Hantar semula dari awal.`,
    ),
  ),
  mapping_refused: failure<{ file: string; why: Told }>(422, ({ file, why }) =>
    words(
      `The mapping of ${file} can't be used: ${why}.`,
      `La asignación de ${file} no se puede usar: ${why}.`,
      `O mapeamento de ${file} não pode ser usado: ${why}.`,
      `Pemetaan ${file} tidak boleh digunakan: ${why}.`,
    ),
  ),
  too_many_requests: failure<{ seconds: number }>(429, ({ seconds }) =>
    words(
      `Too many requests. Wait ${seconds} s.`,
      `Demasiadas solicitudes. Espere ${seconds} s.`,
      `Solicitações demais. Espere ${seconds} s.`,
      `Terlalu banyak permintaan. Tunggu ${seconds} s.`,
    ),
  ),
  internal: failure<{ reference: string }>(500, ({ reference }) =>
    words(
      `Something failed here. It is logged as ${reference}.`,
      `Algo falló aquí. Está registrado como ${reference}.`,
      `Algo falhou aqui. Está registrado como ${reference}.`,
      `Sesuatu gagal di sini. Ia dilog sebagai ${reference}.`,
    ),
  ),
  too_costly: failure<Record<never, never>>(503, () =>
    words(
      'This question takes too long. Narrow it with a filter.',
      'Esta pregunta tarda demasiado. Redúzcala con un filtro.',
      'Esta pergunta demora demais. Reduza-a com um filtro.',
      'Soalan ini mengambil masa terlalu lama. Kecilkan dengan penapis.',
    ),
  ),
  database_away: failure<Record<never, never>>(503, () =>
    words(
      'The database is away for a moment. Nothing was written; repeat the request.',
      'La base de datos no está disponible un momento. No se escribió nada; repita la solicitud.',
      'O banco de dados está fora por um momento. Nada foi gravado; repita a solicitação.',
      'Pangkalan data tiada seketika. Tiada apa-apa ditulis; ulangi permintaan.',
    ),
  ),
  outcome_unknown: failure<Record<never, never>>(503, () =>
    words(
      'The connection broke while saving, so it is not known whether it was saved. Repeat with the same Idempotency-Key.',
      'La conexión se cortó al guardar y no se sabe si se guardó. Repita con la misma Idempotency-Key.',
      'A conexão caiu ao salvar e não se sabe se foi salvo. Repita com a mesma Idempotency-Key.',
      'Sambungan terputus semasa menyimpan, jadi tidak diketahui sama ada ia disimpan. Ulangi dengan Idempotency-Key yang sama.',
    ),
  ),
} as const

export type FailureCode = keyof typeof catalogue
export type DetailsOf<C extends FailureCode> = (typeof catalogue)[C] extends Entry<infer D> ? D : never
