// How pg turns a value into the text of a parameter; @types/pg leaves it out.
declare module 'pg/lib/utils.js' {
  const utils: { prepareValue(value: unknown): unknown }
  export default utils
}
