import { openCapture } from '../capture/capture.tsx'
import { Stakeholders } from '../stakeholders/stakeholders.tsx'

export default function PeopleTab({ account }: { account: string }) {
  return <Stakeholders account={account} talk={() => openCapture('interaction', { object: 'account', id: account })} />
}
