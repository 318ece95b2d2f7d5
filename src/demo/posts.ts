// The posts people hold at customers, the part each plays for us, and how much they work with the product.
type Spoken<T> = { en: T; es: T; pt: T }
export type Post = {
  roles: readonly string[]
  titles: Spoken<[string, ...string[]]>
  department: Spoken<string>
  /** Chance that they sign in at all, and how often if they do. */
  uses: number
  intensity: number
}

// biome-ignore format: a post is a few lines
export const posts: readonly [Post, Post, Post, ...Post[]] = [
  { roles: ['champion', 'decision_maker'], uses: 0.9, intensity: 0.55,
    titles: { en: ['Head of Operations', 'Operations Manager', 'Director of Process Excellence'], es: ['Gerente de Operaciones', 'Directora de Procesos', 'Jefe de Operaciones'], pt: ['Gerente de Operações', 'Diretora de Processos', 'Coordenador de Operações'] },
    department: { en: 'Operations', es: 'Operaciones', pt: 'Operações' } },
  { roles: ['economic_buyer', 'executive_sponsor'], uses: 0.1, intensity: 0.1,
    titles: { en: ['Chief Financial Officer', 'VP Finance', 'Chief Operating Officer'], es: ['Director Financiero', 'Directora General Adjunta', 'Director de Administración'], pt: ['Diretor Financeiro', 'Diretora de Operações', 'VP de Finanças'] },
    department: { en: 'Executive office', es: 'Dirección General', pt: 'Diretoria' } },
  { roles: ['product_admin', 'technical_contact'], uses: 0.95, intensity: 0.6,
    titles: { en: ['Systems Administrator', 'IT Applications Lead', 'Business Systems Analyst'], es: ['Administrador de Sistemas', 'Líder de Aplicaciones', 'Analista de Sistemas'], pt: ['Administrador de Sistemas', 'Líder de Aplicações', 'Analista de Sistemas'] },
    department: { en: 'IT', es: 'Sistemas', pt: 'TI' } },
  { roles: ['technical_buyer'], uses: 0.2, intensity: 0.15,
    titles: { en: ['IT Director', 'Head of Enterprise Architecture', 'CTO'], es: ['Director de TI', 'Gerente de Arquitectura'], pt: ['Diretor de TI', 'Gerente de Arquitetura'] },
    department: { en: 'IT', es: 'Sistemas', pt: 'TI' } },
  { roles: ['end_user'], uses: 0.95, intensity: 0.7,
    titles: { en: ['Operations Analyst', 'Process Coordinator', 'Team Lead, Shared Services'], es: ['Analista de Operaciones', 'Coordinadora de Procesos', 'Supervisor de Servicios Compartidos'], pt: ['Analista de Operações', 'Coordenadora de Processos', 'Supervisor de CSC'] },
    department: { en: 'Operations', es: 'Operaciones', pt: 'Operações' } },
  { roles: ['end_user'], uses: 0.9, intensity: 0.45,
    titles: { en: ['Accounts Payable Specialist', 'Procurement Officer', 'HR Business Partner'], es: ['Especialista de Cuentas por Pagar', 'Comprador', 'Socia de Negocio de RH'], pt: ['Especialista de Contas a Pagar', 'Comprador', 'Business Partner de RH'] },
    department: { en: 'Shared services', es: 'Servicios compartidos', pt: 'Serviços compartilhados' } },
  { roles: ['end_user', 'influencer'], uses: 0.85, intensity: 0.5,
    titles: { en: ['Quality Manager', 'Compliance Officer', 'Customer Service Manager'], es: ['Gerente de Calidad', 'Oficial de Cumplimiento', 'Gerente de Servicio al Cliente'], pt: ['Gerente de Qualidade', 'Analista de Compliance', 'Gerente de Atendimento'] },
    department: { en: 'Quality', es: 'Calidad', pt: 'Qualidade' } },
  { roles: ['billing_contact'], uses: 0.05, intensity: 0.1,
    titles: { en: ['Accounts Payable Lead', 'Finance Assistant'], es: ['Responsable de Cuentas por Pagar', 'Asistente de Finanzas'], pt: ['Responsável por Contas a Pagar', 'Assistente Financeiro'] },
    department: { en: 'Finance', es: 'Finanzas', pt: 'Financeiro' } },
]
