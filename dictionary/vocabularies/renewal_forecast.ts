import { defineVocabulary, term } from '../define.ts'

export const renewal_forecast = defineVocabulary({
  name: 'renewal_forecast',
  describe: 'What the CSM expects of the next renewal, said aloud early enough to change it.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('on_track', 'On track', 'En buen camino', 'No caminho certo', 'Di landasan',
      'Likely', 'Commit', 'Committed', 'Green', 'Verde', 'Según lo previsto', 'Conforme previsto', 'Hijau'),
    term('at_risk', 'At risk', 'En riesgo', 'Em risco', 'Berisiko',
      'Best case', 'Uncertain', 'Yellow', 'Amber', 'Amarillo', 'Amarelo', 'Incierto', 'Incerto', 'Kuning'),
    term('red_alert', 'Red alert', 'Alerta roja', 'Alerta vermelho', 'Amaran merah',
      'Unlikely', 'Red', 'Critical', 'Rojo', 'Crítico', 'Vermelho', 'Merah', 'Kritikal'),
  ],
})
