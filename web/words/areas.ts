// The areas of the product and their words: one line each. An area's file exports groups, and `t('group.name')` finds them once the
// area is loaded, which its page asks for (`words` in its page.ts). `core` is there from the beginning.
import type {} from 'i18next'
import type { Language } from '../../dictionary/words.ts'

// Each language is typed by English, so that whichever is loaded has the English file's shape.
export const areas = {
  core: (language: Language) => import(`./core/${language}.ts`) as Promise<typeof import('./core/en.ts')>,
  accounts: (language: Language) => import(`./accounts/${language}.ts`) as Promise<typeof import('./accounts/en.ts')>,
  account: (language: Language) => import(`./account/${language}.ts`) as Promise<typeof import('./account/en.ts')>,
  lists: (language: Language) => import(`./lists/${language}.ts`) as Promise<typeof import('./lists/en.ts')>,
  duplicates: (language: Language) =>
    import(`./duplicates/${language}.ts`) as Promise<typeof import('./duplicates/en.ts')>,
  handoffs: (language: Language) => import(`./handoffs/${language}.ts`) as Promise<typeof import('./handoffs/en.ts')>,
  imports: (language: Language) => import(`./imports/${language}.ts`) as Promise<typeof import('./imports/en.ts')>,
  record: (language: Language) => import(`./record/${language}.ts`) as Promise<typeof import('./record/en.ts')>,
  stakeholders: (language: Language) =>
    import(`./stakeholders/${language}.ts`) as Promise<typeof import('./stakeholders/en.ts')>,
  timeline: (language: Language) => import(`./timeline/${language}.ts`) as Promise<typeof import('./timeline/en.ts')>,
  talk: (language: Language) => import(`./talk/${language}.ts`) as Promise<typeof import('./talk/en.ts')>,
  contact: (language: Language) => import(`./contact/${language}.ts`) as Promise<typeof import('./contact/en.ts')>,
  tasks: (language: Language) => import(`./tasks/${language}.ts`) as Promise<typeof import('./tasks/en.ts')>,
  comments: (language: Language) => import(`./comments/${language}.ts`) as Promise<typeof import('./comments/en.ts')>,
  inbox: (language: Language) => import(`./inbox/${language}.ts`) as Promise<typeof import('./inbox/en.ts')>,
  welcome: (language: Language) => import(`./welcome/${language}.ts`) as Promise<typeof import('./welcome/en.ts')>,
  home: (language: Language) => import(`./home/${language}.ts`) as Promise<typeof import('./home/en.ts')>,
  dictionary: (language: Language) =>
    import(`./dictionary/${language}.ts`) as Promise<typeof import('./dictionary/en.ts')>,
}

export type AreaName = keyof typeof areas

type Together<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never
export type Catalogue = Together<Awaited<ReturnType<(typeof areas)[AreaName]>>>

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    // A name that is not in the English catalogue does not compile.
    resources: { translation: Catalogue }
  }
}
