import type * as en from './en.ts'

export const accounts: typeof en.accounts = {
  title: 'Cuentas',
  none: 'Todavía no hay cuentas',
  noneText:
    'Las cuentas aparecen aquí cuando una es suya o de su equipo. Pida a quien dirige su equipo que le asigne alguna.',
  begin: 'Empezar con sus hojas de cálculo o la demostración',
  closed: 'Su rol ve totales, no cuentas individuales',
  closedText:
    'Puede medir clientes, y los grupos más pequeños se reservan. Ninguna lista de cuentas está abierta para usted.',
  closedWhole: 'Su rol no ve clientes',
  closedWholeText:
    'Lo que usted administra está en otra parte. Pida otro rol a un administrador si necesita datos de clientes.',
}
