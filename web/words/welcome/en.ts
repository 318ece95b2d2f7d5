export const begin = {
  title: 'Nothing is here yet',
  text: 'This is where everything your company knows about its customers will stand: who they are, what they bought, how they are doing. Begin with what you have, or look around first.',
  bring: 'Bring your spreadsheets',
  bringText:
    'Drop a list of customers or contacts as it is. The columns are recognised, mistakes are shown before anything is written, and the whole import can be taken back.',
  bringNow: 'Bring a spreadsheet',
  demo: 'Load the demo',
  demoText:
    'A hundred invented customers with their contacts, contracts, tickets, conversations and a year of product usage. It can be taken out again at any time.',
  demoNow: 'Load the demo company',
  demoAgain: 'Go on loading',
  demoFailed: 'Loading stopped. What has come so far is kept, and loading goes on from there.',
  waiting: 'The demo company is about to be loaded…',
  coming: 'Loading the demo company: {{records}} records, {{events}} product events',
  leaving: 'The demo company is being taken out…',
  leave: 'You can leave this page; it goes on by itself.',
  here: 'You are looking at the demo company: every customer in it is invented.',
  remove: 'Take the demo out',
  removeText:
    'All its customers, contacts and figures are taken out. What you or your colleagues wrote into its records since stays.',
  keep: 'Keep it',
}

export const tour = {
  title: 'Tour',
  offer: 'New here? {{count}} short steps show where things are. It takes five minutes.',
  goOnText: 'You stopped the tour at step {{step}} of {{count}}.',
  start: 'Take the tour',
  goOn: 'Go on',
  decline: 'No, thank you',
  count: 'Step {{step}} of {{count}}',
  back: 'Back',
  next: 'Next',
  finish: 'Finish',
  putOff: 'Go on later',
  day: 'Your day begins here',
  dayText:
    'What is due, which customers are at risk and why, what renews and which data is to be mended. Every line opens what it is about.',
  search: 'Two keystrokes to anything',
  searchText:
    'Press Ctrl K or ⌘K and type the beginning of a customer’s or a person’s name, or of what you want to do.',
  list: 'Lists are living tables',
  listText:
    'Search, filter by sentences and group. Press a value to edit it where it stands; every edit can be undone. Save what you see as a view and share it.',
  record: 'Everything about one customer',
  recordText:
    'Facts, timeline and people on one page, and each subject in its own part. The small mark beside a value says where it comes from and what other systems say.',
  write: 'Write it down while it is fresh',
  writeText:
    'Log a call with its promises and tasks, or add a person, from any page: here, or with the keys n and c. What you type is not lost, even if the connection is.',
  told: 'What concerns you',
  toldText: 'Somebody mentions you, hands a customer to you, or a record you follow changes: it stands here.',
  keys: 'Without the mouse',
  keysText:
    'Press ? for all keys: j and k move, Enter opens, e edits. Appearance and this tour are in your own menu, here.',
}
