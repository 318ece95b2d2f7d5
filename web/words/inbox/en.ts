export const inbox = {
  readAll: 'Mark all as read',
  none: 'Nothing new. Mentions, assignments and changes of what you follow come here.',
  more: 'More',
  new: 'New:',
  unseen: 'a record you may no longer see',
}

export const inboxKind = {
  mention: '{{who}} calls you about {{what}}',
  comment: '{{who}} commented on {{what}}',
  changed: '{{who}} changed {{what}}',
  assigned: '{{what}} is yours now, from {{who}}',
  released: '{{who}} gave what was yours to somebody else: {{what}}',
  handoff: 'The handoff of {{what}} waits for you',
  handoff_returned: '{{who}} returned the handoff of {{what}}',
  handoff_accepted: '{{who}} accepted the handoff of {{what}}',
  proposal: '{{who}} has a proposal about {{what}}',
  import_due: '{{what}} is due: bring its newest file',
  import_waiting: 'A file of {{what}} has come and waits for what its columns mean',
  import_unread: 'A mail for {{what}} brought no table that can be read',
  import_in_part: 'Not all of {{what}} came in: rows were refused, or wait for an answer',
  import_failed: '{{what}} came, and could not be taken in',
}
