// A handoff is complete or it is sales' to finish (CAP-1). The rules are the declaration's, so they hold for whoever writes: a form,
// a file, a program, and the product itself when somebody submits or accepts.
import type { Rule } from '../facts.ts'
import { type Words, words } from '../words.ts'

/** What has to be there before a handoff is submitted, and stays there after. */
export const neededForHandoff = [
  'renewal_date',
  'arr',
  'csm',
  'primary_name',
  'primary_email',
  'primary_role',
  'use_case',
  'success_criteria',
  'promises',
] as const
type Needed = (typeof neededForHandoff)[number]

const saidOf: Readonly<Record<Needed, Words>> = {
  renewal_date: words(
    'The renewal date is missing. A handoff is not submitted without it.',
    'Falta la fecha de renovación. Sin ella no se envía un traspaso.',
    'Falta a data de renovação. Sem ela não se envia uma passagem de bastão.',
    'Tarikh pembaharuan tiada. Serah tugas tidak dihantar tanpanya.',
  ),
  arr: words(
    'The ARR is missing. A handoff is not submitted without it.',
    'Falta el ARR. Sin él no se envía un traspaso.',
    'Falta o ARR. Sem ele não se envia uma passagem de bastão.',
    'ARR tiada. Serah tugas tidak dihantar tanpanya.',
  ),
  csm: words(
    'The CSM is missing. Name who will own the account.',
    'Falta el CSM. Indique quién llevará la cuenta.',
    'Falta o CSM. Informe quem cuidará da conta.',
    'CSM tiada. Namakan siapa yang akan memiliki akaun.',
  ),
  primary_name: words(
    'The primary contact is missing. Name the person we will work with.',
    'Falta el contacto principal. Indique con quién trabajaremos.',
    'Falta o contato principal. Informe com quem trabalharemos.',
    'Orang hubungan utama tiada. Namakan siapa yang akan bekerja dengan kita.',
  ),
  primary_email: words(
    'The e-mail of the primary contact is missing. Fill it in.',
    'Falta el correo del contacto principal. Complételo.',
    'Falta o e-mail do contato principal. Preencha.',
    'E-mel orang hubungan utama tiada. Sila isi.',
  ),
  primary_role: words(
    'The role of the primary contact is missing. Choose one.',
    'Falta el rol del contacto principal. Elija uno.',
    'Falta o papel do contato principal. Escolha um.',
    'Peranan orang hubungan utama tiada. Pilih satu.',
  ),
  use_case: words(
    'The use case is missing. Say what the customer will do with us.',
    'Falta el caso de uso. Diga qué hará el cliente con nosotros.',
    'Falta o caso de uso. Diga o que o cliente fará conosco.',
    'Kes penggunaan tiada. Nyatakan apa yang pelanggan akan buat dengan kita.',
  ),
  success_criteria: words(
    'The success criteria are missing. Say how the customer will judge success.',
    'Faltan los criterios de éxito. Diga cómo juzgará el cliente el éxito.',
    'Faltam os critérios de sucesso. Diga como o cliente julgará o sucesso.',
    'Kriteria kejayaan tiada. Nyatakan cara pelanggan menilai kejayaan.',
  ),
  promises: words(
    'The promises made are missing. Write them down, or "none".',
    'Faltan las promesas hechas. Anótelas, o escriba "ninguna".',
    'Faltam as promessas feitas. Anote-as, ou escreva "nenhuma".',
    'Janji yang dibuat tiada. Tulis, atau "tiada".',
  ),
}

export const completeBeforeSubmission: readonly Rule[] = neededForHandoff.map((name) => ({
  code: 'missing_required',
  fields: [name, 'submitted_at', 'returned_at', 'accepted_at'],
  holds: (record) =>
    (record[name] ?? null) !== null || !(record['accepted_at'] || (record['submitted_at'] && !record['returned_at'])),
  say: saidOf[name],
}))
