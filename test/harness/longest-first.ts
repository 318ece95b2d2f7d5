// The files that take longest come first, so that the workers end together. On a machine that never ran them Vitest goes by size,
// and the longest to run are short to read.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes more than twenty seconds, in that order. */
const longest = [
  'test/stories/pack-a.test.ts',
  'test/browser/every-screen.test.ts',
  'test/permissions/permissions.test.ts',
  'test/browser/people.test.ts',
  'test/browser/imports.test.ts',
  'test/browser/lists.test.ts',
  'test/browser/first-page.test.ts',
  'test/crash/import.test.ts',
  'src/cli/bin.test.ts',
  'test/browser/duplicates.test.ts',
  'test/browser/drafts.test.ts',
  'src/cli/recurring.test.ts',
  'src/platform/backup/cluster.test.ts',
  'test/extending.test.ts',
  'src/platform/postgres/index.test.ts',
  'test/browser/welcome.test.ts',
  'test/crash/service.test.ts',
]

// Vitest asks for a class.
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files)
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((path) => moduleId.endsWith(`/${path}`))
      return place === -1 ? longest.length : place
    }
    return others.sort((a, b) => placeOf(a) - placeOf(b))
  }
}
