import { defineVocabulary, term } from '../define.ts'

export const acquisition_channel = defineVocabulary({
  name: 'acquisition_channel',
  describe: 'How a customer first came to us, for comparing what each channel is worth years later.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('referral', 'Referral', 'Recomendación', 'Indicação', 'Rujukan',
      'Word of mouth', 'Customer referral', 'Employee referral', 'Referido', 'Boca a boca', 'Boca em boca', 'Syor'),
    term('partner', 'Partner', 'Socio', 'Parceiro', 'Rakan kongsi',
      'Reseller', 'Channel', 'Marketplace', 'Distribuidor', 'Canal', 'Revenda', 'Pengedar'),
    term('inbound', 'Inbound', 'Entrante', 'Inbound', 'Pertanyaan masuk',
      'Website', 'Web', 'Organic', 'Organic search', 'SEO', 'Content', 'Sitio web', 'Orgánico', 'Site', 'Orgânico',
      'Laman web'),
    term('outbound', 'Outbound', 'Prospección', 'Prospecção', 'Prospek keluar',
      'Cold call', 'Cold outreach', 'SDR', 'BDR', 'Sales prospecting', 'Llamada en frío', 'Prospecção ativa',
      'Panggilan jualan'),
    term('paid_advertising', 'Paid advertising', 'Publicidad de pago', 'Mídia paga', 'Iklan berbayar',
      'Ads', 'PPC', 'Paid search', 'Paid social', 'SEM', 'Publicidad', 'Anúncios', 'Publicidade', 'Iklan'),
    term('event', 'Event', 'Evento', 'Evento', 'Acara',
      'Trade show', 'Conference', 'Webinar', 'Feria', 'Congreso', 'Conferencia', 'Feira', 'Conferência', 'Pameran',
      'Persidangan'),
    term('product_led', 'Self-service sign-up', 'Registro por cuenta propia',
      'Cadastro por conta própria', 'Daftar sendiri',
      'PLG', 'Product-led', 'Self-serve', 'Free trial', 'Freemium', 'Autoservicio', 'Autosserviço', 'Layan diri'),
    term('tender', 'Tender', 'Licitación', 'Licitação', 'Tender',
      'RFP', 'Public tender', 'Procurement', 'Concurso público', 'Edital', 'Sebut harga'),
    term('acquisition', 'Company acquisition', 'Adquisición de empresa',
      'Aquisição de empresa', 'Pengambilalihan syarikat',
      'M&A', 'Merger', 'Inherited', 'Fusión', 'Fusão', 'Penggabungan'),
  ],
})
