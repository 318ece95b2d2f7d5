import { defineVocabulary, term } from '../define.ts'

export const verification_method = defineVocabulary({
  name: 'verification_method',
  describe: 'How we came to know that what we hold about a person is still right.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('own_answer', 'Said so themselves', 'Lo confirmó la persona', 'A própria pessoa confirmou', 'Disahkan sendiri',
      'Verification campaign', 'Self-confirmed', 'Campaña de verificación', 'Campanha de verificação',
      'Kempen pengesahan'),
    term('call', 'On a call', 'Por llamada', 'Por telefone', 'Melalui panggilan',
      'Phone', 'Phone call', 'Llamada', 'Teléfono', 'Ligação', 'Panggilan'),
    term('meeting', 'In a meeting', 'En una reunión', 'Em reunião', 'Dalam mesyuarat',
      'In person', 'Video call', 'Reunión', 'En persona', 'Reunião', 'Pessoalmente', 'Mesyuarat'),
    term('email', 'By e-mail', 'Por correo', 'Por e-mail', 'Melalui e-mel',
      'Email', 'Email reply', 'Signature', 'Correo', 'Respuesta por correo', 'Resposta por e-mail', 'E-mel'),
    term('product_sign_in', 'Signed in to the product', 'Inició sesión en el producto',
      'Entrou no produto', 'Log masuk ke produk',
      'Login', 'Product login', 'Inicio de sesión', 'Acesso ao produto', 'Log masuk'),
    term('public_profile', 'Public profile', 'Perfil público', 'Perfil público', 'Profil awam',
      'LinkedIn', 'Company website', 'Sitio de la empresa', 'Site da empresa', 'Laman web syarikat'),
    term('enrichment', 'Enrichment feed', 'Servicio de datos', 'Serviço de dados', 'Suapan data',
      'Data provider', 'Enrichment', 'Enriquecimiento', 'Enriquecimento', 'Pengayaan data'),
    term('import', 'With an import', 'En una importación', 'Em uma importação', 'Melalui import',
      'File', 'Spreadsheet', 'Hoja de cálculo', 'Planilha', 'Hamparan'),
  ],
})
