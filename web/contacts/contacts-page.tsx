import { getRouteApi } from '@tanstack/react-router'
import { ObjectList } from '../lists/object-list.tsx'

const route = getRouteApi('/contacts')

export default function ContactsPage() {
  return <ObjectList name="contact" search={route.useSearch()} navigate={route.useNavigate()} />
}
