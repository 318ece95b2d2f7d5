// Options that several commands take.
import { words } from '../../dictionary/words.ts'
import type { Option } from './command.ts'

/** Whose rights a command has. */
export const asMember: Option = {
  value: 'EMAIL',
  describe: words(
    'As this member of the workspace, with their rights.',
    'Como este miembro del espacio, con sus derechos.',
    'Como este membro do espaço, com os direitos dele.',
    'Sebagai ahli ruang kerja ini, dengan haknya.',
  ),
}

/** Whose eyes a command has. */
export const asReader: Option = {
  value: 'EMAIL',
  describe: words(
    'As this member of the workspace, who sees what their role may see.',
    'Como este miembro del espacio, que ve lo que su rol permite.',
    'Como este membro do espaço, que vê o que a função dele permite.',
    'Sebagai ahli ruang kerja ini, yang melihat apa yang dibenarkan peranannya.',
  ),
}

export const because: Option = {
  value: 'TEXT',
  describe: words(
    'Why; it is kept in the history.',
    'Por qué; queda en el historial.',
    'Por quê; fica no histórico.',
    'Sebab; ia disimpan dalam sejarah.',
  ),
}

/** What happens with rows that several records fit. */
export const questions: Option = {
  value: 'ask|create',
  describe: words(
    'Rows that may be a record we have: wait for an answer (where not said), or become records of their own.',
    'Filas que pueden ser un registro existente: esperan respuesta (si no se dice) o se vuelven registros propios.',
    'Linhas que podem ser um registro existente: esperam resposta (se não dito) ou viram registros próprios.',
    'Baris yang mungkin rekod sedia ada: menunggu jawapan (jika tidak dinyatakan), atau menjadi rekod sendiri.',
  ),
}
