const longest = 48

/** "N.º de muelle" as a field is called: n_o_de_muelle. */
export function fieldName(label: string): string {
  const name = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
  return (/^\d/.test(name) ? `field_${name}` : name).slice(0, longest).replace(/_$/, '')
}
