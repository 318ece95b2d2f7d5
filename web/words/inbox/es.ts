import type * as en from './en.ts'

export const inbox: typeof en.inbox = {
  readAll: 'Marcar todo como leído',
  none: 'Nada nuevo. Aquí llegan menciones, asignaciones y cambios de lo que sigue.',
  more: 'Más',
  new: 'Nuevo:',
}

export const inboxKind: typeof en.inboxKind = {
  mention: '{{who}} le llama sobre {{what}}',
  comment: '{{who}} comentó sobre {{what}}',
  changed: '{{who}} cambió {{what}}',
  assigned: '{{what}} ahora es suyo, de {{who}}',
  handoff: 'El traspaso de {{what}} le espera',
  proposal: '{{who}} tiene una propuesta sobre {{what}}',
}
