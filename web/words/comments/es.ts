import type * as en from './en.ts'

export const comments: typeof en.comments = {
  title: 'Comentarios',
  none: 'Nadie ha dicho nada aún. Llame a un colega con @.',
  write: 'Escribir un comentario',
  hint: 'Un comentario; @ llama a un colega',
  whom: 'A quién llamar',
  say: 'Comentar',
  more: 'Más comentarios',
  edited: 'editado',
  deleted: 'Este comentario se quitó.',
  change: 'Cambiar',
  remove: 'Quitar',
  follow: 'Seguir',
  unfollow: 'Dejar de seguir',
  unreached: '{{names}} no puede ver este registro; no se le avisó.',
}
