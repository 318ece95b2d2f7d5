// Why two records may be one: from how seldom any two are, step by step to the score. The bars are the table's own figures drawn.
import { Skeleton } from '@mantine/core'
import { Failed } from '../frame/trouble.tsx'
import { isEmpty } from '../values/show.ts'
import { type Speech, useLanguage } from '../words/language.tsx'
import type { Compared, Explanation, Part } from './answers.ts'
import { likely, signed } from './likely.ts'
import { useExplanation } from './queries.ts'
import style from './waterfall.module.css'

type Asked = { object: Compared; a: string; b: string; names: ReadonlyMap<string, string> }

export function Waterfall({ object, a, b, names }: Asked) {
  const speech = useLanguage()
  const { t } = speech
  const explanation = useExplanation(object, a, b)
  return (
    <div className={style['why']}>
      <h3>{t('evidence.title')}</h3>
      {explanation.isPending && <Skeleton height={220} />}
      {explanation.isError && <Failed error={explanation.error} retry={explanation.refetch} />}
      {explanation.data && (
        <Told explanation={explanation.data} label={t('duplicates.pair', { a: names.get(a), b: names.get(b) })} />
      )}
    </div>
  )
}

function Told({ explanation, label }: { explanation: Explanation; label: string }) {
  const speech = useLanguage()
  const { t } = speech
  const { bits, because } = explanation
  const steps = stepsOf(explanation, speech)
  const marks = steps.flatMap(({ from, to }) => [from, to])
  const scale = { least: Math.min(0, ...marks), most: Math.max(0, ...marks) }
  return (
    <>
      <p>
        <strong>{t('evidence.score', { bits: signed(bits, speech), percent: likely(bits, speech) })}</strong>{' '}
        {because && t('evidence.because', { why: named('because', because, speech) })}
      </p>
      <p className="quiet">{t('evidence.explained')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section className={style['scroll']} aria-label={label} tabIndex={0}>
        <table className={style['table']}>
          <thead>
            <tr>
              <th scope="col">{t('evidence.what')}</th>
              <th scope="col">{t('evidence.level')}</th>
              <th scope="col">{t('evidence.values')}</th>
              <td />
              <th scope="col">{t('evidence.bits')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.key} data-total={step.key === 'total' || undefined}>
                <th scope="row">{step.what}</th>
                <td>
                  {step.level}
                  {step.rarity !== 0 && (
                    <small className="quiet"> · {t('evidence.rarity', { bits: signed(step.rarity, speech) })}</small>
                  )}
                </td>
                <td className={style['values']}>
                  {step.values?.map((value, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the two records, in their order
                    <span key={i}>{isEmpty(value) ? '–' : [value].flat().join(', ')}</span>
                  ))}
                </td>
                <td aria-hidden="true">
                  <Bar step={step} scale={scale} />
                </td>
                <td className={style['bits']}>{signed(step.to - step.from, speech)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

type Step = {
  key: string
  what: string
  level: string
  values: Part['values']
  rarity: number
  from: number
  to: number
}

/** The prior, each part upon the one before, and the score from nothing. */
function stepsOf({ prior, parts, bits }: Explanation, speech: Speech): Step[] {
  const { t } = speech
  const plain = { values: null, rarity: 0, from: 0 }
  const steps: Step[] = [
    { ...plain, key: 'prior', what: t('evidence.prior'), level: t('evidence.priorLevel'), to: prior },
  ]
  let at = prior
  for (const [i, part] of parts.entries()) {
    const from = at
    at += part.bits + part.rarityBits
    const what = part.field === null ? t('evidence.other') : named('field', part.field, speech)
    const level = part.level === null ? t('evidence.otherLevel') : levelOf(part, speech)
    steps.push({ key: `${i}`, what, level, values: part.values, rarity: part.rarityBits, from, to: at })
  }
  return [...steps, { ...plain, key: 'total', what: t('evidence.total'), level: likely(bits, speech), to: bits }]
}

const levelOf = ({ field, level }: Part, speech: Speech): string =>
  named(field === 'limit' ? 'because' : 'level', level ?? '', speech)

/** The engine's own word where the catalogue has none yet. */
const named = (kind: 'field' | 'level' | 'because', name: string, { t }: Speech): string =>
  t(`evidence.${kind}_${name.replace(/\W+/g, '_')}` as 'evidence.field_name', { defaultValue: name }) // any name may be asked for; the default answers for the rest

function Bar({
  step: { from, to, key },
  scale: { least, most },
}: {
  step: Step
  scale: { least: number; most: number }
}) {
  const share = (bits: number) => ((bits - least) / (most - least || 1)) * 100
  const [left, right] = [Math.min(share(from), share(to)), Math.max(share(from), share(to))]
  return (
    <span className={style['track']}>
      <span className={style['zero']} style={{ left: `${share(0)}%` }} />
      <span
        className={style['bar']}
        data-sign={key === 'total' ? 'total' : to < from ? 'takes' : 'adds'}
        style={{ left: `${left}%`, width: `${Math.max(right - left, 0.6)}%` }}
      />
    </span>
  )
}
