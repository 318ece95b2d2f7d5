import type * as en from './en.ts'

export const frame: typeof en.frame = {
  skip: 'Ir para o conteúdo',
  language: 'Idioma',
  theme: 'Aparência',
  light: 'Clara',
  dark: 'Escura',
  auto: 'Como o dispositivo',
  signOut: 'Sair',
  tour: 'Fazer o tour',
  person: 'Você: {{name}}',
  search: 'Buscar ou ir para…',
  menu: 'Menu',
  places: 'Lugares',
  close: 'Fechar',
  told: 'Notificações',
  toldNew_one: '{{count}} notificação nova',
  toldNew_other: '{{count}} notificações novas',
  add: 'Novo…',
  keys: 'Teclado',
  offline: 'Você está sem conexão. O que você escrever fica aqui; salvar volta a funcionar quando a conexão voltar.',
  silent: 'O servidor não responde. Ele é consultado de novo a cada poucos segundos.',
}

export const signIn: typeof en.signIn = {
  title: 'Entrar',
  email: 'E-mail',
  password: 'Senha',
  submit: 'Entrar',
  noEmail: 'Escreva seu e-mail, por exemplo ana@empresa.com.',
  noPassword: 'Escreva sua senha.',
  ended: 'Sua sessão terminou. Entre de novo e você volta para onde estava.',
  demo: 'Esta é a demonstração: todos os clientes são inventados. Entrar como',
  show: 'Mostrar ou ocultar a senha',
}

export const trouble: typeof en.trouble = {
  failed: 'Não foi possível carregar',
  unreachable: 'O servidor não responde. Verifique sua conexão e tente de novo.',
  again: 'Tentar de novo',
  lost: 'Não há nenhuma página aqui',
  lostText: 'O endereço pode estar errado ou a página mudou de lugar.',
  toAccounts: 'Ir para as contas',
  loading: 'Carregando',
  closed: 'Esta página não faz parte do seu papel',
  closedText: 'Peça a um administrador se o seu trabalho precisar.',
  broken: 'Esta página falhou',
  brokenText: 'A falha é nossa. Nada do que foi salvo se perdeu.',
}

export const systems: typeof en.systems = {
  crm: 'CRM',
  billing: 'Faturamento',
  support: 'Central de suporte',
  product: 'O próprio produto',
  survey: 'Pesquisas',
  spreadsheet: 'Planilha',
  hand: 'Escrito à mão',
  holdfast: 'Holdfast',
}

export const roles: typeof en.roles = {
  csm: 'CSM',
  junior_csm: 'CSM júnior',
  cs_leader: 'Líder de CS',
  support: 'Suporte',
  sales: 'Vendas',
  finance: 'Finanças',
  product: 'Produto',
  executive: 'Diretoria',
  cs_operations: 'Operações de CS',
  admin: 'Administração',
}

export const values: typeof en.values = {
  quarter: 'T{{quarter}} {{year}}',
  yes: 'Sim',
  no: 'Não',
  unknown: 'Desconhecido',
}

export const rail: typeof en.rail = {
  home: 'Início',
  accounts: 'Contas',
  contacts: 'Contatos',
  pipeline: 'Oportunidades e renovações',
  tasks: 'Tarefas',
  handoffs: 'Passagens',
  segments: 'Segmentos',
  reports: 'Relatórios',
  data: 'Dados',
  quality: 'Qualidade',
  duplicates: 'Duplicados',
  imports: 'Importações',
  connectors: 'Conectores',
  dictionary: 'Dicionário',
  surveys: 'Pesquisas',
  privacy: 'Privacidade',
  settings: 'Configurações',
  lists: 'Todo o resto',
}

export const edit: typeof en.edit = {
  edit: 'Editar {{field}}',
  save: 'Salvar',
  cancel: 'Cancelar',
  create: 'Criar',
  new: 'Novo: {{object}}',
  newFor: 'Novo: {{object}} para {{name}}',
  created: 'Criado: {{name}}.',
  saved: '{{field}}: agora {{value}}.',
  emptied: '{{field}}: agora sem valor.',
  held: 'O que você disse de {{field}} fica registrado, mas outro sistema tem a última palavra.',
  stale:
    'Alguém mudou este registro nesse meio-tempo. O que há agora está à mostra; salve de novo para gravar o seu por cima.',
  unsaved: 'Não foi salvo. O que você escreveu continua aqui; tente de novo.',
  currency: 'Moeda de {{field}}',
  dayHint: 'dd/mm/aaaa',
  calendar: 'Calendário',
  monthBefore: 'Mês anterior',
  monthAfter: 'Próximo mês',
  find: 'Digite para buscar',
  nothing: 'Nada corresponde',
  clear: 'Limpar',
  doubles: 'Talvez já exista:',
  anyway: 'Criar mesmo assim',
  required: 'obrigatório',
}

export const toast: typeof en.toast = {
  region: 'Avisos',
  undo: 'Desfazer',
  undone: 'Desfeito.',
  dismiss: 'Dispensar',
}

export const palette: typeof en.palette = {
  title: 'Busca e comandos',
  hint: 'Um nome, um e-mail ou um comando',
  recent: 'Recentes',
  go: 'Ir para',
  do: 'Fazer',
  nothing: 'Nada corresponde a “{{words}}”.',
  count_one: '{{count}} resultado',
  count_other: '{{count}} resultados',
}

export const keys: typeof en.keys = {
  title: 'Teclas',
  everywhere: 'Em todo lugar',
  here: 'Nesta página',
  palette: 'Busca e comandos',
  help: 'Mostrar estas teclas',
  add: 'Algo novo',
  next: 'Próximo',
  previous: 'Anterior',
  open: 'Abrir',
  edit: 'Editar',
  note: 'Nota',
  select: 'Selecionar',
  search: 'Buscar nesta lista',
}

export const chart: typeof en.chart = {
  table: 'Mostrar como tabela',
}
