import { defineVocabulary, term } from '../define.ts'

export const product_kind = defineVocabulary({
  name: 'product_kind',
  describe: 'What sort of thing we sell: a plan, something added to it, a single ability, or our own work.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('plan', 'Plan', 'Plan', 'Plano', 'Pelan',
      'Edition', 'Package', 'Tier', 'Edición', 'Paquete', 'Edição', 'Pacote', 'Pakej'),
    term('module', 'Module', 'Módulo', 'Módulo', 'Modul', 'Add-on', 'Addon', 'Complemento', 'Adicional', 'Tambahan'),
    term('feature', 'Feature', 'Funcionalidad', 'Funcionalidade', 'Ciri', 'Capability', 'Función', 'Recurso', 'Fungsi'),
    term('service', 'Service', 'Servicio', 'Serviço', 'Perkhidmatan',
      'Professional services', 'Training', 'Implementation', 'Formación', 'Treinamento', 'Latihan'),
  ],
})
