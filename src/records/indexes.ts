// Which orders and look-ups the product's own questions need an index for, beyond those every table has (its key, its
// references, its title and e-mail). Each entry is a list of columns after the workspace; the id is added as the last.
export const indexes: Readonly<Record<string, readonly (readonly string[])[]>> = {
  account: [
    ['renewal_date'],
    ['arr_currency', 'arr'],
    ['industry', 'renewal_date'],
    ['tier', 'renewal_date'],
    ['owner', 'renewal_date'],
  ],
  contact: [['updated_at']],
  account_contact: [],
  contract: [['account', 'renewal_date']],
  subscription: [['account', 'status']],
  invoice: [['account', 'issued_on']],
  ticket: [
    ['account', 'opened_at'],
    ['status', 'opened_at'],
  ],
  interaction: [['account', 'happened_at']],
  survey_response: [['account', 'responded_at']],
  opportunity: [
    ['account', 'closes_on'],
    ['stage', 'closes_on'],
  ],
  task: [
    ['owner', 'due_on'],
    ['account', 'due_on'],
  ],
}
