// Exactly the parts people play in a purchase and its use. 'Stakeholder', 'main contact' and 'TBD' are missing on purpose:
// they say that nobody asked, and an empty role says that more honestly.
import { defineVocabulary, term } from '../define.ts'

export const contact_role = defineVocabulary({
  name: 'contact_role',
  describe: 'The part a person plays at an account: who pushes, who pays, who decides, who works with it.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('champion', 'Champion', 'Promotor interno', 'Promotor interno', 'Penyokong dalaman',
      'Internal champion', 'Advocate', 'Campeón', 'Impulsor', 'Campeão', 'Juara'),
    term('economic_buyer', 'Economic buyer', 'Comprador económico', 'Comprador econômico', 'Pembeli ekonomi',
      'Budget holder', 'Budget owner', 'Purchaser', 'Responsable del presupuesto', 'Responsável pelo orçamento',
      'Pemegang bajet'),
    term('decision_maker', 'Decision maker', 'Responsable de la decisión', 'Tomador de decisão', 'Pembuat keputusan',
      'Decider', 'DM', 'Decision-maker', 'Tomador de decisiones', 'Decisor', 'Quien decide', 'Quem decide'),
    term('technical_buyer', 'Technical buyer', 'Comprador técnico', 'Comprador técnico', 'Pembeli teknikal',
      'Technical evaluator', 'Technical decision maker', 'Evaluador técnico', 'Avaliador técnico', 'Penilai teknikal'),
    term('technical_contact', 'Technical contact', 'Contacto técnico', 'Contato técnico', 'Orang hubungan teknikal',
      'Tech contact', 'IT contact', 'Technical lead', 'Responsable técnico', 'Contato de TI', 'Hubungan teknikal'),
    term('end_user', 'End user', 'Usuario final', 'Usuário final', 'Pengguna akhir',
      'User', 'Power user', 'Key user', 'Usuario', 'Usuario clave', 'Usuário', 'Usuário-chave', 'Pengguna'),
    term('influencer', 'Influencer', 'Influenciador', 'Influenciador', 'Pempengaruh',
      'Recommender', 'Advisor', 'Influyente', 'Prescriptor', 'Recomendador', 'Penasihat'),
    term('executive_sponsor', 'Executive sponsor', 'Patrocinador ejecutivo',
      'Patrocinador executivo', 'Penaja eksekutif',
      'Sponsor', 'Exec sponsor', 'Patrocinador', 'Penaja'),
    term('product_admin', 'Product admin', 'Administrador del producto', 'Administrador do produto', 'Pentadbir produk',
      'Admin', 'Administrator', 'System administrator', 'Workspace admin', 'Administrador', 'Pentadbir'),
    term('billing_contact', 'Billing contact', 'Contacto de facturación',
      'Contato de faturamento', 'Orang hubungan pengebilan',
      'Accounts payable', 'AP contact', 'Invoice contact', 'Finance contact', 'Cuentas por pagar', 'Contas a pagar',
      'Contato financeiro', 'Contacto financiero', 'Akaun belum bayar'),
  ],
})
