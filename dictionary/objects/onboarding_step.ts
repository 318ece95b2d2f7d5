import { defineObject, field } from '../define.ts'
import { words } from '../words.ts'

/** An item of the checklist that somebody ticked by hand, because the data does not say it. */
export const onboarding_step = defineObject({
  name: 'onboarding_step',
  plural: 'onboarding_steps',
  label: words('Onboarding step', 'Paso de incorporación', 'Etapa da integração', 'Langkah orientasi'),
  labelPlural: words('Onboarding steps', 'Pasos de incorporación', 'Etapas da integração', 'Langkah orientasi'),
  describe: 'One item of an onboarding that a colleague ticked by hand, with the day and why.',
  owner: 'customer-success',
  retention: { keep: '5y', then: 'archive', because: 'Kept as long as the onboarding it belongs to.' },
  title: 'item',
  partOf: 'onboarding',
  fields: {
    onboarding: field.reference({
      to: 'onboarding',
      as: 'steps',
      label: words('Onboarding', 'Incorporación', 'Integração', 'Orientasi'),
      describe: 'The onboarding it is a step of.',
      required: true,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
    }),
    item: field.choice({
      vocabulary: 'onboarding_item',
      label: words('Item', 'Elemento', 'Item', 'Perkara'),
      describe: 'Which item of the checklist is done.',
      required: true,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
    }),
    done_on: field.date({
      label: words('Done on', 'Hecho el', 'Concluído em', 'Siap pada'),
      describe: 'The day it was done; empty where it was ticked by mistake.',
      required: 'expected',
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
    }),
    done_by: field.reference({
      to: 'user',
      as: 'onboarding_steps',
      label: words('Done by', 'Hecho por', 'Feito por', 'Dibuat oleh'),
      describe: 'The colleague who says so.',
      required: false,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
    }),
    note: field.text({
      label: words('Note', 'Nota', 'Nota', 'Catatan'),
      describe: 'Why it counts as done although the data does not show it.',
      required: false,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
    }),
  },
})
