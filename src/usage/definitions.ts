// What counts as use. The definitions belong to the product team; every figure that people see goes back to these.

/** Sent to a person rather than done by one. */
export const notActivity: readonly string[] = ['Digest Email Sent', 'Scheduled Report Sent']

/** The event that says somebody signed in. */
export const signIn = 'Signed In'
