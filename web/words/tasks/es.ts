import type * as en from './en.ts'

export const tasks: typeof en.tasks = {
  title: 'Tareas',
  whose: 'De quién',
  mine: 'Mías',
  all: 'De todos',
  which: 'Cuáles',
  open: 'Por hacer',
  done: 'Hechas',
  none: 'Nada por hacer',
  noneDone: 'Aún nada hecho',
  noneText: 'Las promesas de llamadas y reuniones se vuelven tareas aquí, cada una con su día y su cliente.',
  count_one: '{{count}} tarea',
  count_other: '{{count}} tareas',
  tick: 'Marcar como hecha',
  tickOne: '{{name}}: hecha',
  ticked: '«{{name}}» está hecha.',
  reopened: '«{{name}}» está abierta de nuevo.',
  more: 'Más tareas',
}

export const taskWhen: typeof en.taskWhen = {
  late: 'Atrasadas',
  today: 'Hoy',
  week: 'Los próximos siete días',
  later: 'Más tarde',
  someday: 'Sin fecha',
  ended: 'Hechas y descartadas',
}
