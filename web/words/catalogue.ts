// Makes `t('accounts.title')` checked: a name that is not in the English catalogue does not compile.
import type {} from 'i18next'
import type { en } from './en.ts'

export type Catalogue = typeof en

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: Catalogue }
  }
}
