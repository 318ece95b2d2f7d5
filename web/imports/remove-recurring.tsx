// Whether a recurring import is really to be forgotten.
import { Confirm } from '../frame/confirm.tsx'
import { useLanguage } from '../words/language.tsx'
import type { Recurring } from './answers.ts'
import { useRemoveRecurring } from './recurring-queries.ts'

export default function RemoveRecurring({ recurring, close }: { recurring: Recurring; close(): void }) {
  const { t } = useLanguage()
  const asked = {
    title: t('recurring.removeNamed', { name: recurring.name }),
    text: t('recurring.removeText'),
    keep: t('recurring.keep'),
    remove: t('recurring.remove'),
  }
  return <Confirm asked={asked} removing={useRemoveRecurring(recurring.id)} close={close} />
}
