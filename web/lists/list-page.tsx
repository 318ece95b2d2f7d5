import { getRouteApi } from '@tanstack/react-router'
import { ObjectList } from './object-list.tsx'

const route = getRouteApi('/lists/$object')

export default function ListPage() {
  const { object } = route.useParams()
  return <ObjectList key={object} name={object} search={route.useSearch()} navigate={route.useNavigate()} />
}
