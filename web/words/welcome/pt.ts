import type * as en from './en.ts'

export const begin: typeof en.begin = {
  title: 'Ainda não há nada aqui',
  text: 'Aqui ficará tudo o que sua empresa sabe sobre os clientes: quem são, o que compraram, como estão. Comece com o que tem, ou dê uma olhada antes.',
  bring: 'Traga suas planilhas',
  bringText:
    'Solte uma lista de clientes ou contatos do jeito que está. As colunas são reconhecidas, os erros aparecem antes de gravar qualquer coisa e a importação inteira pode ser desfeita.',
  bringNow: 'Trazer uma planilha',
  demo: 'Carregue a demonstração',
  demoText:
    'Cem clientes inventados com contatos, contratos, chamados, conversas e um ano de uso do produto. Pode ser retirada a qualquer momento.',
  demoNow: 'Carregar a empresa de demonstração',
  demoAgain: 'Continuar carregando',
  demoFailed: 'O carregamento parou. O que já chegou fica, e o carregamento continua daí.',
  waiting: 'A empresa de demonstração está prestes a ser carregada…',
  coming: 'Carregando a empresa de demonstração: {{records}} registros, {{events}} eventos de produto',
  leaving: 'A empresa de demonstração está sendo retirada…',
  leave: 'Você pode sair desta página; o trabalho continua sozinho.',
  here: 'Você está vendo a empresa de demonstração: todos os clientes são inventados.',
  remove: 'Retirar a demonstração',
  removeText:
    'Todos os clientes, contatos e números dela são retirados. O que você ou seus colegas escreveram nos registros desde então permanece.',
  keep: 'Manter',
}

export const tour: typeof en.tour = {
  title: 'Tour',
  offer: 'Novo por aqui? {{count}} passos curtos mostram onde está cada coisa. Leva cinco minutos.',
  goOnText: 'Você parou o tour no passo {{step}} de {{count}}.',
  start: 'Fazer o tour',
  goOn: 'Continuar',
  decline: 'Não, obrigado',
  count: 'Passo {{step}} de {{count}}',
  back: 'Voltar',
  next: 'Próximo',
  finish: 'Concluir',
  putOff: 'Continuar depois',
  day: 'Seu dia começa aqui',
  dayText:
    'O que vence, quais clientes estão em risco e por quê, o que renova e quais dados precisam de correção. Cada linha abre aquilo de que trata.',
  search: 'Duas teclas para chegar a tudo',
  searchText:
    'Pressione Ctrl K ou ⌘K e digite o começo do nome de um cliente ou de uma pessoa, ou do que você quer fazer.',
  list: 'Listas são tabelas vivas',
  listText:
    'Pesquise, filtre com frases e agrupe. Clique em um valor para editá-lo onde está; toda edição pode ser desfeita. Salve o que vê como visão e compartilhe.',
  record: 'Tudo sobre um cliente',
  recordText:
    'Dados, linha do tempo e pessoas em uma página, e cada assunto em sua parte. A pequena marca ao lado de um valor diz de onde ele vem e o que dizem outros sistemas.',
  write: 'Anote enquanto está fresco',
  writeText:
    'Registre uma ligação com compromissos e tarefas, ou adicione uma pessoa, de qualquer página: aqui, ou com as teclas n e c. O que você digita não se perde, mesmo que a conexão caia.',
  told: 'O que diz respeito a você',
  toldText: 'Alguém menciona você, passa um cliente para você ou um registro que você segue muda: aparece aqui.',
  keys: 'Sem o mouse',
  keysText:
    'Pressione ? para ver todas as teclas: j e k movem, Enter abre, e edita. A aparência e este tour estão no seu próprio menu, aqui.',
}
