// The shapes we know, each tried in this order: what is particular before what is general.
import type { Opened } from '../../reading/index.ts'
import type { Shape } from '../shape.ts'
import { billingCustomers, billingInvoices, billingSubscriptions } from './billing.ts'
import { crmAccounts } from './crm-accounts.ts'
import { crmContacts } from './crm-contacts.ts'
import { crmOpportunities } from './crm-opportunities.ts'
import { holdfastExport } from './holdfast-export.ts'
import { meetingNotes } from './meeting-notes.ts'
import { productEvents } from './product-events.ts'
import { supportOrganizations, supportTickets, supportUsers } from './support.ts'
import { surveyAnswers } from './survey-answers.ts'
import { vocabularyFile } from './vocabulary.ts'

export const shapes: readonly Shape[] = [
  holdfastExport,
  vocabularyFile,
  crmAccounts,
  crmContacts,
  crmOpportunities,
  billingCustomers,
  billingSubscriptions,
  billingInvoices,
  supportOrganizations,
  supportUsers,
  supportTickets,
  productEvents,
  surveyAnswers,
  meetingNotes,
]

/** What a file is, by what it holds; null for sheets, whose columns are mapped. */
export const shapeOf = (opened: Opened): Shape | null => shapes.find((shape) => shape.recognise(opened)) ?? null
