import type { Field } from '../api/answers.ts'
import { inputFor } from './index.ts'
import type { InputProps } from './kind.ts'

/** The input that a field's type has, under the field's own label. */
export function FieldInput({ field, label, ...props }: Omit<InputProps, 'label'> & { field: Field; label?: string }) {
  const { Input } = inputFor(field)
  return <Input field={field} label={label ?? field.label} {...props} />
}
