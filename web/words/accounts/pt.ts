import type * as en from './en.ts'

export const accounts: typeof en.accounts = {
  title: 'Contas',
  none: 'Ainda não há contas',
  noneText:
    'As contas aparecem aqui quando uma é sua ou da sua equipe. Peça a quem lidera sua equipe que atribua alguma a você.',
  begin: 'Começar com suas planilhas ou a demonstração',
  closed: 'Sua função vê totais, não contas individuais',
  closedText:
    'Você pode medir clientes, e os grupos menores são retidos. Nenhuma lista de contas está aberta para você.',
  closedWhole: 'Sua função não vê clientes',
  closedWholeText:
    'O que você administra fica em outro lugar. Peça outra função a um administrador se precisar de dados de clientes.',
}
