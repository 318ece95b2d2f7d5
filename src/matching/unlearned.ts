// Why what was learned is not to be relied on, for whoever asked for it.
import { type Words, words } from '../../dictionary/words.ts'

export const unlearned = {
  twoSessions: words(
    'Two sessions at least are needed to hold one against the other.',
    'Hacen falta al menos dos sesiones para contrastar una con otra.',
    'São necessárias ao menos duas sessões para confrontar uma com a outra.',
    'Sekurang-kurangnya dua sesi diperlukan untuk dibandingkan antara satu sama lain.',
  ),
  tooFew: (least: number, poor: { rule: string | undefined; pairs: number | undefined } | null) =>
    words(
      `Too few records are known to be one: ${least} pairs at least are needed by each of two rules${poor ? `, and by ${poor.rule} there are ${poor.pairs}` : ''}.`,
      `Se sabe de muy pocos registros que son uno: cada una de dos reglas necesita al menos ${least} pares${poor ? `, y por ${poor.rule} hay ${poor.pairs}` : ''}.`,
      `Sabe-se de muito poucos registros que são um só: cada uma de duas regras precisa de ao menos ${least} pares${poor ? `, e por ${poor.rule} há ${poor.pairs}` : ''}.`,
      `Terlalu sedikit rekod yang diketahui sebagai satu: setiap satu daripada dua peraturan memerlukan sekurang-kurangnya ${least} pasangan${poor ? `, dan mengikut ${poor.rule} ada ${poor.pairs}` : ''}.`,
    ),
  counts: (rule: string, matches: number, known: number, most: number) =>
    words(
      `The session on ${rule} took ${matches} pairs for matches, where ${known} are sure: more than ${most} times apart.`,
      `La sesión sobre ${rule} tomó ${matches} pares por coincidencias, y seguros son ${known}: más de ${most} veces de diferencia.`,
      `A sessão sobre ${rule} tomou ${matches} pares por coincidências, e certos são ${known}: mais de ${most} vezes de diferença.`,
      `Sesi atas ${rule} menganggap ${matches} pasangan sepadan, sedangkan yang pasti ${known}: beza lebih ${most} kali.`,
    ),
  disagreement: (o: { field: string; level: string; apart: string; most: number }) =>
    words(
      `Two sessions weigh ${o.field} "${o.level}" ${o.apart} bits apart; ${o.most} are the most that is believed.`,
      `Dos sesiones pesan ${o.field} "${o.level}" con ${o.apart} bits de diferencia; se admiten ${o.most} como máximo.`,
      `Duas sessões pesam ${o.field} "${o.level}" com ${o.apart} bits de diferença; admitem-se no máximo ${o.most}.`,
      `Dua sesi menimbang ${o.field} "${o.level}" dengan beza ${o.apart} bit; paling banyak ${o.most} diterima.`,
    ),
  order: (o: { field: string; high: string | undefined; low: string | undefined }) =>
    words(
      `${o.field} "${o.high}" came to weigh no more than "${o.low}", which is against its meaning.`,
      `${o.field} "${o.high}" llegó a pesar no más que "${o.low}", contra su significado.`,
      `${o.field} "${o.high}" passou a pesar não mais que "${o.low}", contra seu significado.`,
      `${o.field} "${o.high}" didapati tidak lebih berat daripada "${o.low}", bertentangan dengan maksudnya.`,
    ),
} as const satisfies Record<string, Words | ((...given: never[]) => Words)>
