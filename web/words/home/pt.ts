import type * as en from './en.ts'

export const home: typeof en.home = {
  title: 'Bom dia, {{name}}',
  due: 'Para hoje e atrasado',
  allTasks: 'Todas as tarefas',
  noneDue: 'Nada vence hoje.',
  today: 'hoje',
  atRisk: 'Em risco, e por quê',
  noRisk: 'Nenhuma conta mostra sinais de risco.',
  renewals: 'Renovações por semana',
  noRenewals: 'Sem renovações nas próximas treze semanas.',
  week: 'Semana de {{day}}',
  noNotes: 'Chamadas sem notas',
  allNoted: 'Cada chamada tem suas notas.',
  toMend: 'Dados a corrigir',
  nothingToMend: 'Está tudo o que deve estar.',
  portfolios: 'Carteiras',
  csm: 'CSM',
  nobody: 'Ninguém',
  arr: 'ARR',
  renewingArr: 'ARR que renova em 90 dias',
  customers_one: '{{shown}} cliente',
  customers_other: '{{shown}} clientes',
  heldBack: 'Grupos pequenos demais não são mostrados.',
  nothingKnown: 'Ainda não se sabe nada.',
  count: 'Quantos',
}

export const homeRisk: typeof en.homeRisk = {
  renewal_soon: 'renovação em breve',
  overdue_invoice: 'fatura vencida',
  past_due: 'pagamento vencido',
  detractor: 'NPS negativo',
  escalated_ticket: 'chamado escalado',
  silence: 'silêncio',
}

export const homeMend: typeof en.homeMend = {
  no_owner: 'Contas sem responsável',
  no_renewal_date: 'Contas sem data de renovação',
  no_arr: 'Contas sem ARR',
  no_primary_contact: 'Contas sem contato principal',
  stale_contact: 'Contatos não verificados há um ano',
}

export const homeFigure: typeof en.homeFigure = {
  accounts: 'Contas',
  renewing: 'Renovam em 90 dias',
  pastDue: 'Com pagamento vencido',
  escalatedTickets: 'Chamados escalados',
  overdueTasks: 'Tarefas atrasadas',
}

export const homePart: typeof en.homePart = {
  arr: 'ARR',
  byTier: 'Por nível',
  byStage: 'Por etapa',
  byIndustry: 'Por setor',
  renewals: 'Renovações por trimestre',
  nps: 'NPS dos últimos 90 dias',
}
