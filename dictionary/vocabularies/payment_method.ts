import { defineVocabulary, term } from '../define.ts'

export const payment_method = defineVocabulary({
  name: 'payment_method',
  describe: 'By what means money reached us.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('card', 'Card', 'Tarjeta', 'Cartão', 'Kad',
      'Credit card', 'Debit card', 'Tarjeta de crédito', 'Tarjeta de débito', 'Cartão de crédito', 'Cartão de débito',
      'Kad kredit', 'Kad debit'),
    term('bank_transfer', 'Bank transfer', 'Transferencia bancaria', 'Transferência bancária', 'Pindahan bank',
      'Wire', 'Wire transfer', 'ACH', 'SEPA credit transfer', 'SWIFT', 'Transferencia', 'TED', 'SPEI', 'IBG'),
    term('direct_debit', 'Direct debit', 'Domiciliación bancaria', 'Débito automático', 'Debit terus',
      'SEPA debit', 'BACS', 'ACH debit', 'Domiciliación', 'Débito em conta'),
    term('instant_payment', 'Instant payment', 'Pago instantáneo', 'Pagamento instantâneo', 'Bayaran segera',
      'Pix', 'Bizum', 'DuitNow', 'FPX', 'CoDi'),
    term('voucher', 'Payment slip', 'Recibo de pago en efectivo', 'Boleto', 'Slip bayaran',
      'Boleto bancário', 'OXXO', 'Voucher'),
    term('check', 'Cheque', 'Cheque', 'Cheque', 'Cek', 'Check', 'Paper check', 'Talón'),
    term('wallet', 'Digital wallet', 'Monedero digital', 'Carteira digital', 'E-dompet',
      'PayPal', 'Apple Pay', 'Google Pay', 'Mercado Pago', 'GrabPay', "Touch 'n Go", 'Billetera digital'),
    term('cash', 'Cash', 'Efectivo', 'Dinheiro', 'Tunai', 'En efectivo', 'Em espécie', 'Wang tunai'),
    term('credit_note', 'Credit note', 'Nota de crédito', 'Nota de crédito', 'Nota kredit',
      'Credit balance', 'Credit memo', 'Saldo a favor', 'Crédito em conta', 'Baki kredit'),
  ],
})
