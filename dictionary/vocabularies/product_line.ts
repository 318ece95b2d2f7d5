import { defineVocabulary, term } from '../define.ts'

export const product_line = defineVocabulary({
  name: 'product_line',
  describe:
    'The families of what we sell, for asking who has which. A workspace names its own beside or instead of these.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('platform', 'Platform', 'Plataforma', 'Plataforma', 'Platform', 'Core', 'Core product', 'Base', 'Teras'),
    term('analytics', 'Analytics', 'Analítica', 'Análises', 'Analitik', 'Insights', 'Reporting', 'BI', 'Análisis'),
    term('automation', 'Automation', 'Automatización', 'Automação', 'Automasi',
      'Workflows', 'Flujos de trabajo', 'Fluxos de trabalho'),
    term('integrations', 'Integrations', 'Integraciones', 'Integrações', 'Penyepaduan',
      'Connectors', 'API', 'Conectores', 'Integrasi'),
    term('mobile', 'Mobile', 'Móvil', 'Móvel', 'Mudah alih', 'Mobile app', 'Aplicación móvil', 'Aplicativo'),
    term('security', 'Security', 'Seguridad', 'Segurança', 'Keselamatan', 'SSO', 'Compliance pack', 'Governance'),
    term('ai', 'Artificial intelligence', 'Inteligencia artificial', 'Inteligência artificial', 'Kecerdasan buatan',
      'AI', 'IA', 'Copilot', 'Assistant'),
    term('services', 'Services', 'Servicios', 'Serviços', 'Perkhidmatan',
      'Professional services', 'Implementation', 'Training', 'Consulting'),
    term('premium_support', 'Premium support', 'Soporte prémium', 'Suporte premium', 'Sokongan premium',
      'Priority support', 'Gold support', 'SLA'),
  ],
})
