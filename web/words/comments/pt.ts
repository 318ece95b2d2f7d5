import type * as en from './en.ts'

export const comments: typeof en.comments = {
  title: 'Comentários',
  none: 'Ninguém disse nada ainda. Chame um colega com @.',
  write: 'Escrever um comentário',
  hint: 'Um comentário; @ chama um colega',
  whom: 'Quem chamar',
  say: 'Comentar',
  more: 'Mais comentários',
  edited: 'editado',
  deleted: 'Este comentário foi removido.',
  change: 'Alterar',
  remove: 'Remover',
  follow: 'Seguir',
  unfollow: 'Deixar de seguir',
  unreached: '{{names}} não pode ver este registro; não foi avisado.',
}
