// Every page, one line each. A page is a folder with a `page.ts`: its address, what its search parameters are, the words it needs, its
// place in the rail; and a component that is loaded when it is first opened.
import { accountPage } from './account/page.ts'
import { accountsPage } from './accounts/page.ts'
import { contactPage } from './contact/page.ts'
import { contactsPage } from './contacts/page.ts'
import { dictionaryPage } from './dictionary/page.ts'
import { duplicatesPage } from './duplicates/page.ts'
import { handoffPage, handoffsPage } from './handoffs/page.ts'
import { homePage } from './home/page.ts'
import { importPage, importsPage } from './imports/page.ts'
import { listPage } from './lists/page.ts'
import { tasksPage } from './tasks/page.ts'

export const pages = [
  homePage,
  accountsPage,
  accountPage,
  contactPage,
  contactsPage,
  listPage,
  duplicatesPage,
  handoffsPage,
  handoffPage,
  importsPage,
  importPage,
  tasksPage,
  dictionaryPage,
] as const
