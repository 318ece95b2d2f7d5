// Whether the demo company is really to be taken out.
import { Confirm } from '../frame/confirm.tsx'
import { useLanguage } from '../words/language.tsx'
import { useDemo } from './queries.ts'

export default function RemoveDemo({ close }: { close(): void }) {
  const { t } = useLanguage()
  const asked = {
    title: t('begin.remove'),
    text: t('begin.removeText'),
    keep: t('begin.keep'),
    remove: t('begin.remove'),
  }
  return <Confirm asked={asked} removing={useDemo('DELETE')} close={close} />
}
