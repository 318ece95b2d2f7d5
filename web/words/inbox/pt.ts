import type * as en from './en.ts'

export const inbox: typeof en.inbox = {
  readAll: 'Marcar tudo como lido',
  none: 'Nada novo. Aqui chegam menções, atribuições e mudanças do que você segue.',
  more: 'Mais',
  new: 'Novo:',
  unseen: 'um registro que você não pode mais ver',
}

export const inboxKind: typeof en.inboxKind = {
  mention: '{{who}} chama você sobre {{what}}',
  comment: '{{who}} comentou sobre {{what}}',
  changed: '{{who}} alterou {{what}}',
  assigned: '{{what}} agora é seu, de {{who}}',
  released: '{{who}} passou para outra pessoa o que era seu: {{what}}',
  handoff: 'A passagem de {{what}} espera por você',
  handoff_returned: '{{who}} devolveu a passagem de {{what}}',
  handoff_accepted: '{{who}} aceitou a passagem de {{what}}',
  proposal: '{{who}} tem uma proposta sobre {{what}}',
  import_due: 'Está na hora de {{what}}: traga o arquivo mais recente',
  import_waiting: 'Chegou um arquivo de {{what}} e falta dizer o que suas colunas significam',
  import_unread: 'Um e-mail para {{what}} não trouxe nenhuma tabela que se possa ler',
  import_in_part: 'Nem tudo de {{what}} entrou: há linhas recusadas ou que aguardam uma resposta',
  import_failed: '{{what}} chegou e não pôde ser importado',
}
