// Every object we hold, in the order people meet them. A declaration that is not listed here does not exist.
import { account } from './account.ts'
import { account_contact } from './account_contact.ts'
import { account_team_member } from './account_team_member.ts'
import { attendance } from './attendance.ts'
import { contact } from './contact.ts'
import { contact_connection } from './contact_connection.ts'
import { contract } from './contract.ts'
import { handoff } from './handoff.ts'
import { interaction } from './interaction.ts'
import { invoice } from './invoice.ts'
import { objective } from './objective.ts'
import { onboarding } from './onboarding.ts'
import { onboarding_step } from './onboarding_step.ts'
import { opportunity } from './opportunity.ts'
import { payment } from './payment.ts'
import { product } from './product.ts'
import { subscription } from './subscription.ts'
import { survey_response } from './survey_response.ts'
import { task } from './task.ts'
import { team } from './team.ts'
import { ticket } from './ticket.ts'
import { usage_day } from './usage_day.ts'
import { user } from './user.ts'

export const objects = [
  account,
  contact,
  account_contact,
  account_team_member,
  contact_connection,
  contract,
  product,
  subscription,
  invoice,
  payment,
  opportunity,
  handoff,
  onboarding,
  onboarding_step,
  ticket,
  interaction,
  attendance,
  survey_response,
  objective,
  task,
  usage_day,
  user,
  team,
] as const
