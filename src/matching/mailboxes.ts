// Mailboxes that say nothing about who writes: free mail is nobody's company, a role mailbox is nobody's own.
const freeMail = new Set(
  `gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.es yahoo.com.br yahoo.com.mx yahoo.com.my yahoo.fr yahoo.de ymail.com rocketmail.com
  hotmail.com hotmail.co.uk hotmail.es hotmail.fr outlook.com outlook.es outlook.com.br live.com live.com.mx live.com.my msn.com icloud.com me.com mac.com aol.com
  gmx.com gmx.de gmx.net web.de t-online.de freenet.de orange.fr wanadoo.fr free.fr laposte.net libero.it virgilio.it tiscali.it uol.com.br bol.com.br terra.com.br
  ig.com.br protonmail.com proton.me pm.me zoho.com mail.com mail.ru yandex.ru yandex.com qq.com 163.com 126.com naver.com hanmail.net rediffmail.com fastmail.com
  hey.com tutanota.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net btinternet.com sky.com shaw.ca rogers.com bigpond.com optusnet.com.au`.split(
    /\s+/,
  ),
)

const roles = new Set(
  `info contact contacto contato hello hola ola admin administration administracion administracao office oficina escritorio pejabat sales ventas vendas jualan
  support soporte suporte sokongan help helpdesk billing facturacion faturamento accounts accounting contabilidad contabilidade ap ar payable payables invoices invoice finance
  finanzas financeiro kewangan hr rrhh rh marketing mercadeo it ti sistemas webmaster postmaster noreply no-reply team equipo equipe service services servicio jobs careers press legal
  purchasing compras procurement reception recepcion secretaria`.split(/\s+/),
)

export const isFreeMail = (domain: string): boolean => freeMail.has(domain)

/** Shared by a desk rather than owned by a person: `finance@`, `soporte@`. */
export function isRoleMailbox(email: string): boolean {
  const at = email.indexOf('@')
  const local = at < 0 ? email : email.slice(0, at)
  const tag = local.indexOf('+')
  return roles.has(tag < 0 ? local : local.slice(0, tag))
}
