// What is said on every page, loaded with the first of them. Labels of fields and of their values are in no catalogue: the dictionary has those.

export const frame = {
  skip: 'Skip to the content',
  language: 'Language',
  theme: 'Appearance',
  light: 'Light',
  dark: 'Dark',
  auto: 'As the device',
  signOut: 'Sign out',
  tour: 'Take the tour',
  person: 'You: {{name}}',
  search: 'Search or go to…',
  menu: 'Menu',
  places: 'Places',
  close: 'Close',
  told: 'Notifications',
  toldNew_one: '{{count}} new notification',
  toldNew_other: '{{count}} new notifications',
  add: 'New…',
  keys: 'Keyboard',
  offline: 'You are offline. What you type stays here; saving works again once you are connected.',
  silent: 'The server does not answer. It is asked again every few seconds.',
}

export const signIn = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  noEmail: 'Write your e-mail address, such as ana@company.com.',
  noPassword: 'Write your password.',
  ended: 'Your session has ended. Sign in again and you are back where you were.',
  demo: 'This is the demo: every customer in it is invented. Sign in as',
  show: 'Show or hide the password',
}

export const trouble = {
  failed: 'This could not be loaded',
  unreachable: 'The server does not answer. Check your connection and try again.',
  again: 'Try again',
  lost: 'There is no page here',
  lostText: 'The address may be mistyped, or the page has moved.',
  toAccounts: 'To the accounts',
  loading: 'Loading',
  closed: 'This page is not part of your role',
  closedText: 'Ask an administrator if your work needs it.',
  broken: 'This page broke',
  brokenText: 'The fault is ours. Nothing that was saved is lost.',
}

export const systems = {
  crm: 'CRM',
  billing: 'Billing',
  support: 'Support desk',
  product: 'The product itself',
  survey: 'Surveys',
  spreadsheet: 'Spreadsheet',
  hand: 'Written by hand',
  holdfast: 'Holdfast',
}

export const roles = {
  csm: 'CSM',
  junior_csm: 'Junior CSM',
  cs_leader: 'CS leader',
  support: 'Support',
  sales: 'Sales',
  finance: 'Finance',
  product: 'Product',
  executive: 'Executive',
  cs_operations: 'CS operations',
  admin: 'Administrator',
}

export const values = {
  quarter: '{{year}} Q{{quarter}}',
  yes: 'Yes',
  no: 'No',
  unknown: 'Unknown',
}

export const rail = {
  home: 'Home',
  accounts: 'Accounts',
  contacts: 'Contacts',
  pipeline: 'Pipeline & renewals',
  tasks: 'Tasks',
  handoffs: 'Handoffs',
  segments: 'Segments',
  reports: 'Reports',
  data: 'Data',
  quality: 'Quality',
  duplicates: 'Duplicates',
  imports: 'Imports',
  connectors: 'Connectors',
  dictionary: 'Dictionary',
  surveys: 'Surveys',
  privacy: 'Privacy',
  settings: 'Settings',
  lists: 'Everything else',
}

export const edit = {
  edit: 'Edit {{field}}',
  save: 'Save',
  cancel: 'Cancel',
  create: 'Create',
  new: 'New: {{object}}',
  newFor: 'New: {{object}} for {{name}}',
  created: '{{name}} is created.',
  saved: '{{field}} is now {{value}}.',
  emptied: '{{field}} is now empty.',
  held: 'What you said of {{field}} is kept, but another system has the last word.',
  stale: 'Somebody changed this record meanwhile. What is there now is shown; save again to write yours over it.',
  unsaved: 'Not saved. What you typed is still here; try again.',
  currency: 'Currency of {{field}}',
  dayHint: 'mm/dd/yyyy',
  calendar: 'Calendar',
  monthBefore: 'Month before',
  monthAfter: 'Month after',
  find: 'Type to search',
  nothing: 'Nothing fits',
  clear: 'Clear',
  doubles: 'This may be there already:',
  anyway: 'Create it all the same',
  required: 'required',
}

export const toast = {
  region: 'Notices',
  undo: 'Undo',
  undone: 'Undone.',
  dismiss: 'Dismiss',
}

export const palette = {
  title: 'Search and commands',
  hint: 'A name, an e-mail address or a command',
  recent: 'Recent',
  go: 'Go to',
  do: 'Do',
  nothing: 'Nothing fits “{{words}}”.',
  count_one: '{{count}} result',
  count_other: '{{count}} results',
}

export const keys = {
  title: 'Keys',
  everywhere: 'Everywhere',
  here: 'On this page',
  palette: 'Search and commands',
  help: 'Show these keys',
  add: 'Something new',
  next: 'Next',
  previous: 'Previous',
  open: 'Open',
  edit: 'Edit',
  note: 'Note',
  select: 'Select',
  search: 'Search in this list',
}

export const chart = {
  table: 'Show as a table',
}
