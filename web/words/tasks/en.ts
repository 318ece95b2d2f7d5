export const tasks = {
  title: 'Tasks',
  whose: 'Whose tasks',
  mine: 'Mine',
  all: 'Everybody’s',
  which: 'Which tasks',
  open: 'To do',
  done: 'Done',
  none: 'Nothing to do',
  noneDone: 'Nothing done yet',
  noneText: 'Promises made in calls and meetings become tasks here, each with its day and its customer.',
  count_one: '{{count}} task',
  count_other: '{{count}} tasks',
  tick: 'Tick off',
  tickOne: '{{name}}: done',
  ticked: '“{{name}}” is done.',
  reopened: '“{{name}}” is open again.',
  more: 'More tasks',
}

export const taskWhen = {
  late: 'Overdue',
  today: 'Today',
  week: 'The next seven days',
  later: 'Later',
  someday: 'Without a day',
  ended: 'Done and dropped',
}
