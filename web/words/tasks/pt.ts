import type * as en from './en.ts'

export const tasks: typeof en.tasks = {
  title: 'Tarefas',
  whose: 'De quem',
  mine: 'Minhas',
  all: 'De todos',
  which: 'Quais',
  open: 'A fazer',
  done: 'Feitas',
  none: 'Nada a fazer',
  noneDone: 'Nada feito ainda',
  noneText: 'As promessas de chamadas e reuniões viram tarefas aqui, cada uma com seu dia e seu cliente.',
  count_one: '{{count}} tarefa',
  count_other: '{{count}} tarefas',
  tick: 'Marcar como feita',
  tickOne: '{{name}}: feita',
  ticked: '“{{name}}” está feita.',
  reopened: '“{{name}}” está aberta de novo.',
  more: 'Mais tarefas',
}

export const taskWhen: typeof en.taskWhen = {
  late: 'Atrasadas',
  today: 'Hoje',
  week: 'Os próximos sete dias',
  later: 'Mais tarde',
  someday: 'Sem data',
  ended: 'Feitas e descartadas',
}
