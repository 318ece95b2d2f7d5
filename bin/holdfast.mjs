// Begins the program with what was compiled before: the types of a hundred files are not stripped again, nor their code parsed, which
// is a third of a start and keeps the compiler itself out of memory. JavaScript, so that it needs no stripping before that.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/holdfast')) // where it can't be written, all is as without it
await import('../src/cli/main.ts')
