import type * as en from './en.ts'

export const inbox: typeof en.inbox = {
  readAll: 'Marcar todo como leído',
  none: 'Nada nuevo. Aquí llegan menciones, asignaciones y cambios de lo que sigue.',
  more: 'Más',
  new: 'Nuevo:',
  unseen: 'un registro que ya no puede ver',
}

export const inboxKind: typeof en.inboxKind = {
  mention: '{{who}} le llama sobre {{what}}',
  comment: '{{who}} comentó sobre {{what}}',
  changed: '{{who}} cambió {{what}}',
  assigned: '{{what}} ahora es suyo, de {{who}}',
  released: '{{who}} dio a otra persona lo que era suyo: {{what}}',
  handoff: 'El traspaso de {{what}} le espera',
  handoff_returned: '{{who}} devolvió el traspaso de {{what}}',
  handoff_accepted: '{{who}} aceptó el traspaso de {{what}}',
  proposal: '{{who}} tiene una propuesta sobre {{what}}',
  import_due: 'Ya toca {{what}}: traiga su archivo más reciente',
  import_waiting: 'Llegó un archivo de {{what}} y espera que se diga qué significan sus columnas',
  import_unread: 'Un correo para {{what}} no trajo ninguna tabla que se pueda leer',
  import_in_part: 'De {{what}} no entró todo: hay filas rechazadas o que esperan una respuesta',
  import_failed: '{{what}} llegó y no se pudo incorporar',
}
