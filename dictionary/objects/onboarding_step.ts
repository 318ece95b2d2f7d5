import { defineObject, field } from '../define.ts'
import { words } from '../words.ts'

/** An item of the checklist that somebody ticked by hand, because the data does not say it. */
export const onboarding_step = defineObject({
  name: 'onboarding_step',
  plural: 'onboarding_steps',
  label: words('Onboarding step', 'Paso de incorporación', 'Etapa da integração', 'Langkah orientasi'),
  labelPlural: words('Onboarding steps', 'Pasos de incorporación', 'Etapas da integração', 'Langkah orientasi'),
  describe: words(
    'One item of an onboarding that a colleague ticked by hand, with the day and why.',
    'Un punto de una incorporación que un colega marcó a mano, con el día y el porqué.',
    'Um item de uma integração que um colega marcou à mão, com o dia e o porquê.',
    'Satu perkara orientasi yang ditanda rakan sekerja dengan tangan, dengan hari dan sebabnya.',
  ),
  owner: 'customer-success',
  retention: { keep: '5y', then: 'archive', because: 'Kept as long as the onboarding it belongs to.' },
  title: 'item',
  partOf: 'onboarding',
  fields: {
    onboarding: field.reference({
      to: 'onboarding',
      as: 'steps',
      label: words('Onboarding', 'Incorporación', 'Integração', 'Orientasi'),
      describe: words(
        'The onboarding it is a step of.',
        'La incorporación de la que es un paso.',
        'A integração da qual é uma etapa.',
        'Orientasi yang langkahnya ini.',
      ),
      required: true,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
    }),
    item: field.choice({
      vocabulary: 'onboarding_item',
      label: words('Item', 'Elemento', 'Item', 'Perkara'),
      describe: words(
        'Which item of the checklist is done.',
        'Qué punto de la lista está hecho.',
        'Qual item da lista está feito.',
        'Perkara senarai semak mana yang sudah dibuat.',
      ),
      required: true,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
    }),
    done_on: field.date({
      label: words('Done on', 'Hecho el', 'Concluído em', 'Siap pada'),
      describe: words(
        'The day it was done; empty where it was ticked by mistake.',
        'El día en que se hizo; vacío si se marcó por error.',
        'O dia em que foi feito; vazio quando foi marcado por engano.',
        'Hari ia dibuat; kosong jika ditanda secara silap.',
      ),
      required: 'expected',
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
    }),
    done_by: field.reference({
      to: 'user',
      as: 'onboarding_steps',
      label: words('Done by', 'Hecho por', 'Feito por', 'Dibuat oleh'),
      describe: words(
        'The colleague who says so.',
        'El colega que lo dice.',
        'O colega que o diz.',
        'Rakan sekerja yang menyatakannya.',
      ),
      required: false,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
    }),
    note: field.text({
      label: words('Note', 'Nota', 'Nota', 'Catatan'),
      describe: words(
        'Why it counts as done although the data does not show it.',
        'Por qué cuenta como hecho aunque los datos no lo muestren.',
        'Por que conta como feito embora os dados não o mostrem.',
        'Sebab ia dikira sudah dibuat walaupun data tidak menunjukkannya.',
      ),
      required: false,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
    }),
  },
})
