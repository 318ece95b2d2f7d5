// Every controlled list, in alphabetical order. A list that is not named here does not exist.
import { feedback_theme } from './feedback_theme.ts'
import { interaction_direction } from './interaction_direction.ts'
import { interaction_kind } from './interaction_kind.ts'
import { interaction_tone } from './interaction_tone.ts'
import { nps_category } from './nps_category.ts'
import { objective_kind } from './objective_kind.ts'
import { objective_status } from './objective_status.ts'
import { survey_kind } from './survey_kind.ts'
import { task_priority } from './task_priority.ts'
import { task_status } from './task_status.ts'
import { team_function } from './team_function.ts'
import { ticket_kind } from './ticket_kind.ts'
import { ticket_priority } from './ticket_priority.ts'
import { ticket_satisfaction } from './ticket_satisfaction.ts'
import { ticket_status } from './ticket_status.ts'

export const vocabularies = [
  feedback_theme,
  interaction_direction,
  interaction_kind,
  interaction_tone,
  nps_category,
  objective_kind,
  objective_status,
  survey_kind,
  task_priority,
  task_status,
  team_function,
  ticket_kind,
  ticket_priority,
  ticket_satisfaction,
  ticket_status,
] as const
