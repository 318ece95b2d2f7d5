export const home = {
  title: 'Good day, {{name}}',
  due: 'Due today and overdue',
  allTasks: 'All tasks',
  noneDue: 'Nothing is due today.',
  today: 'today',
  atRisk: 'At risk, and why',
  noRisk: 'No account shows a sign of risk.',
  renewals: 'Renewals by week',
  noRenewals: 'No renewals in the next thirteen weeks.',
  week: 'Week of {{day}}',
  noNotes: 'Calls without notes',
  allNoted: 'Every call has its notes.',
  toMend: 'Data to mend',
  nothingToMend: 'Everything that should be there is there.',
  portfolios: 'Portfolios',
  csm: 'CSM',
  nobody: 'Nobody',
  arr: 'ARR',
  renewingArr: 'ARR renewing in 90 days',
  customers_one: '{{shown}} customer',
  customers_other: '{{shown}} customers',
  heldBack: 'Groups too small to be told are held back.',
  nothingKnown: 'Nothing is known of it yet.',
  count: 'How many',
}

export const homeRisk = {
  renewal_soon: 'renewal soon',
  overdue_invoice: 'invoice overdue',
  past_due: 'payment past due',
  detractor: 'negative NPS',
  escalated_ticket: 'escalated ticket',
  silence: 'silence',
}

export const homeMend = {
  no_owner: 'Accounts without an owner',
  no_renewal_date: 'Accounts without a renewal date',
  no_arr: 'Accounts without ARR',
  no_primary_contact: 'Accounts without a primary contact',
  stale_contact: 'Contacts not verified for a year',
}

export const homeFigure = {
  accounts: 'Accounts',
  renewing: 'Renewing in 90 days',
  pastDue: 'Past due',
  escalatedTickets: 'Escalated tickets',
  overdueTasks: 'Overdue tasks',
}

export const homePart = {
  arr: 'ARR',
  byTier: 'By tier',
  byStage: 'By lifecycle stage',
  byIndustry: 'By industry',
  renewals: 'Renewals by quarter',
  nps: 'NPS of the last 90 days',
}
