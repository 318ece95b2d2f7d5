import type * as en from './en.ts'

export const inbox: typeof en.inbox = {
  readAll: 'Marcar tudo como lido',
  none: 'Nada novo. Aqui chegam menções, atribuições e mudanças do que você segue.',
  more: 'Mais',
  new: 'Novo:',
}

export const inboxKind: typeof en.inboxKind = {
  mention: '{{who}} chama você sobre {{what}}',
  comment: '{{who}} comentou sobre {{what}}',
  changed: '{{who}} alterou {{what}}',
  assigned: '{{what}} agora é seu, de {{who}}',
  handoff: 'A passagem de {{what}} espera por você',
  proposal: '{{who}} tem uma proposta sobre {{what}}',
}
