import type * as en from './en.ts'

export const home: typeof en.home = {
  title: 'Buen día, {{name}}',
  due: 'Para hoy y atrasado',
  allTasks: 'Todas las tareas',
  noneDue: 'Hoy no vence nada.',
  today: 'hoy',
  atRisk: 'En riesgo, y por qué',
  noRisk: 'Ninguna cuenta muestra señales de riesgo.',
  renewals: 'Renovaciones por semana',
  noRenewals: 'Sin renovaciones en las próximas trece semanas.',
  week: 'Semana del {{day}}',
  noNotes: 'Llamadas sin notas',
  allNoted: 'Cada llamada tiene sus notas.',
  toMend: 'Datos por arreglar',
  nothingToMend: 'Está todo lo que debe estar.',
  portfolios: 'Carteras',
  csm: 'CSM',
  nobody: 'Nadie',
  arr: 'ARR',
  renewingArr: 'ARR que renueva en 90 días',
  customers_one: '{{shown}} cliente',
  customers_other: '{{shown}} clientes',
  heldBack: 'Los grupos demasiado pequeños no se muestran.',
  nothingKnown: 'Aún no se sabe nada.',
  count: 'Cuántos',
}

export const homeRisk: typeof en.homeRisk = {
  renewal_soon: 'renovación pronto',
  overdue_invoice: 'factura vencida',
  past_due: 'pago vencido',
  detractor: 'NPS negativo',
  escalated_ticket: 'tique escalado',
  silence: 'silencio',
}

export const homeMend: typeof en.homeMend = {
  no_owner: 'Cuentas sin responsable',
  no_renewal_date: 'Cuentas sin fecha de renovación',
  no_arr: 'Cuentas sin ARR',
  no_primary_contact: 'Cuentas sin contacto principal',
  stale_contact: 'Contactos sin verificar hace un año',
}

export const homeFigure: typeof en.homeFigure = {
  accounts: 'Cuentas',
  renewing: 'Renuevan en 90 días',
  pastDue: 'Con pagos vencidos',
  escalatedTickets: 'Tiques escalados',
  overdueTasks: 'Tareas atrasadas',
}

export const homePart: typeof en.homePart = {
  arr: 'ARR',
  byTier: 'Por nivel',
  byStage: 'Por etapa',
  byIndustry: 'Por sector',
  renewals: 'Renovaciones por trimestre',
  nps: 'NPS de los últimos 90 días',
}
