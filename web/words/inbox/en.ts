export const inbox = {
  readAll: 'Mark all as read',
  none: 'Nothing new. Mentions, assignments and changes of what you follow come here.',
  more: 'More',
  new: 'New:',
}

export const inboxKind = {
  mention: '{{who}} calls you about {{what}}',
  comment: '{{who}} commented on {{what}}',
  changed: '{{who}} changed {{what}}',
  assigned: '{{what}} is yours now, from {{who}}',
  handoff: 'The handoff of {{what}} waits for you',
  proposal: '{{who}} has a proposal about {{what}}',
}
