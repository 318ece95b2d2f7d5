import { defineVocabulary, term } from '../define.ts'

export const account_tier = defineVocabulary({
  name: 'account_tier',
  describe: 'The level of service an account has been promised, which sets how often we meet and who answers.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('enterprise', 'Enterprise', 'Gran empresa', 'Grande empresa', 'Perusahaan besar',
      'Ent', 'Large enterprise', 'High touch', 'Corporativo', 'Corporate', 'Syarikat besar'),
    term('strategic', 'Strategic', 'Estratégica', 'Estratégica', 'Strategik',
      'Key account', 'Strategic account', 'Estratégico', 'Cuenta clave', 'Conta-chave', 'Cliente estratégico',
      'Akaun utama'),
    term('standard', 'Standard', 'Estándar', 'Padrão', 'Standard',
      'Tech touch', 'Low touch', 'SMB', 'Pyme', 'PME', 'Básica', 'Biasa'),
  ],
})
