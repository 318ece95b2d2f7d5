// The accountable CSM is not here: that is the account's owner, and there is exactly one.
import { defineVocabulary, term } from '../define.ts'

export const account_team_role = defineVocabulary({
  name: 'account_team_role',
  describe: 'What one of us does for an account beside its accountable CSM.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('deputy_csm', 'Deputy CSM', 'CSM suplente', 'CSM substituto', 'Timbalan CSM',
      'Backup CSM', 'Secondary CSM', 'CSM de respaldo', 'CSM reserva'),
    term('account_executive', 'Account executive', 'Ejecutivo de cuenta', 'Executivo de contas', 'Eksekutif akaun',
      'AE', 'Sales rep', 'Account owner', 'Vendedor', 'Representante de ventas'),
    term('account_manager', 'Account manager', 'Gestor de cuenta', 'Gerente de contas', 'Pengurus akaun',
      'AM', 'KAM', 'Key account manager', 'Gerente de cuenta'),
    term('renewal_manager', 'Renewal manager', 'Gestor de renovaciones',
      'Gerente de renovações', 'Pengurus pembaharuan',
      'Renewals', 'RM', 'Renovaciones', 'Renovações'),
    term('onboarding_specialist', 'Onboarding specialist', 'Especialista de incorporación',
      'Especialista de implantação', 'Pakar orientasi',
      'Implementation manager', 'Onboarding manager', 'Project manager', 'Jefe de proyecto', 'Gerente de projeto'),
    term('solutions_engineer', 'Solutions engineer', 'Ingeniero de soluciones',
      'Engenheiro de soluções', 'Jurutera penyelesaian',
      'Solutions architect', 'Sales engineer', 'SE', 'TAM', 'Technical account manager', 'Arquitecto de soluciones',
      'Arquiteto de soluções'),
    term('support_lead', 'Support lead', 'Responsable de soporte', 'Responsável pelo suporte', 'Ketua sokongan',
      'Support engineer', 'Named support', 'Soporte asignado', 'Suporte dedicado'),
    term('executive_sponsor', 'Executive sponsor', 'Patrocinador ejecutivo',
      'Patrocinador executivo', 'Penaja eksekutif',
      'Our sponsor', 'Exec sponsor', 'Patrocinador', 'Penaja'),
  ],
})
