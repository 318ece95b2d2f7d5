export const accounts = {
  title: 'Accounts',
  none: 'No account here yet',
  noneText:
    'Accounts appear here once one is yours, or your team’s. Ask whoever leads your team to make you the owner.',
  begin: 'Begin with your spreadsheets or the demo',
  closed: 'Your role sees totals, not single accounts',
  closedText: 'You may measure customers, and the smallest groups are held back. No list of accounts is open to you.',
  closedWhole: 'Your role sees no customers',
  closedWholeText: 'What you administer is elsewhere. Ask an administrator for another role if you need customer data.',
}
