// Every controlled list, in alphabetical order. A list that is not named here does not exist.
import { account_team_role } from './account_team_role.ts'
import { account_tier } from './account_tier.ts'
import { account_type } from './account_type.ts'
import { acquisition_channel } from './acquisition_channel.ts'
import { channel } from './channel.ts'
import { connection_kind } from './connection_kind.ts'
import { contact_role } from './contact_role.ts'
import { contact_status } from './contact_status.ts'
import { contract_status } from './contract_status.ts'
import { engagement_level } from './engagement_level.ts'
import { feedback_theme } from './feedback_theme.ts'
import { growth_potential } from './growth_potential.ts'
import { handoff_state } from './handoff_state.ts'
import { industry } from './industry.ts'
import { interaction_direction } from './interaction_direction.ts'
import { interaction_kind } from './interaction_kind.ts'
import { interaction_tone } from './interaction_tone.ts'
import { invoice_status } from './invoice_status.ts'
import { lifecycle_stage } from './lifecycle_stage.ts'
import { loss_reason } from './loss_reason.ts'
import { meeting_cadence } from './meeting_cadence.ts'
import { nps_category } from './nps_category.ts'
import { objective_kind } from './objective_kind.ts'
import { objective_status } from './objective_status.ts'
import { onboarding_item } from './onboarding_item.ts'
import { opportunity_kind } from './opportunity_kind.ts'
import { opportunity_stage } from './opportunity_stage.ts'
import { payment_method } from './payment_method.ts'
import { payment_outcome } from './payment_outcome.ts'
import { payment_status } from './payment_status.ts'
import { product_kind } from './product_kind.ts'
import { product_line } from './product_line.ts'
import { region } from './region.ts'
import { relationship_strength } from './relationship_strength.ts'
import { renewal_forecast } from './renewal_forecast.ts'
import { renewal_influence } from './renewal_influence.ts'
import { stance } from './stance.ts'
import { strategic_designation } from './strategic_designation.ts'
import { subscription_status } from './subscription_status.ts'
import { survey_kind } from './survey_kind.ts'
import { task_priority } from './task_priority.ts'
import { task_status } from './task_status.ts'
import { team_function } from './team_function.ts'
import { ticket_kind } from './ticket_kind.ts'
import { ticket_priority } from './ticket_priority.ts'
import { ticket_satisfaction } from './ticket_satisfaction.ts'
import { ticket_status } from './ticket_status.ts'
import { use_case } from './use_case.ts'
import { user_kind } from './user_kind.ts'
import { verification_method } from './verification_method.ts'
import { vertical } from './vertical.ts'

export const vocabularies = [
  account_team_role,
  account_tier,
  account_type,
  acquisition_channel,
  channel,
  connection_kind,
  contact_role,
  contact_status,
  contract_status,
  engagement_level,
  feedback_theme,
  growth_potential,
  handoff_state,
  industry,
  interaction_direction,
  interaction_kind,
  interaction_tone,
  invoice_status,
  lifecycle_stage,
  loss_reason,
  meeting_cadence,
  nps_category,
  objective_kind,
  objective_status,
  onboarding_item,
  opportunity_kind,
  opportunity_stage,
  payment_method,
  payment_outcome,
  payment_status,
  product_kind,
  product_line,
  region,
  relationship_strength,
  renewal_forecast,
  renewal_influence,
  stance,
  strategic_designation,
  subscription_status,
  survey_kind,
  task_priority,
  task_status,
  team_function,
  ticket_kind,
  ticket_priority,
  ticket_satisfaction,
  ticket_status,
  use_case,
  user_kind,
  verification_method,
  vertical,
] as const
