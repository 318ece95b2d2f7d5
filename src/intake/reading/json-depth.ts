// Deep nesting costs whoever walks the value later its stack; nothing that is customer data is nested so deep.
export const maxDepth = 64

/** Whether a JSON text nests deeper than `maxDepth`; brackets inside strings don't count. */
export function isTooDeep(text: string): boolean {
  if (!mayBeDeep(text)) return false
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') {
      at = endOfString(text, at)
      if (at === -1) return false
    } else if (character === '{' || character === '[') {
      depth += 1
      if (depth > maxDepth) return true
    } else if (character === '}' || character === ']') depth -= 1
  }
  return false
}

/** The position of the mark that closes the string opened at `at`; -1 where it is not in the text. */
export function endOfString(text: string, at: number): number {
  for (let close = text.indexOf('"', at + 1); close !== -1; close = text.indexOf('"', close + 1)) {
    let slashes = 0
    while (text.charCodeAt(close - 1 - slashes) === 0x5c) slashes += 1
    if (slashes % 2 === 0) return close
  }
  return -1
}

// Almost every record has fewer brackets than that in all.
function mayBeDeep(text: string): boolean {
  let opened = 0
  for (const bracket of '{[')
    for (let at = text.indexOf(bracket); at !== -1 && opened <= maxDepth; at = text.indexOf(bracket, at + 1))
      opened += 1
  return opened > maxDepth
}
