// Precision, recall and F1 of matching with the weights and thresholds it is shipped with, on public sets and on pack A. Nothing is
// tuned while it runs. The sets lie beside the repository; without them there is nothing to measure.
import { type Figures, measureClusters, measureLinks, measurePairs } from '../test/harness/matching-accuracy.ts'
import { readPack } from '../test/harness/matching-pack.ts'
import { measurePack } from '../test/harness/matching-pack-accuracy.ts'
import { companyNames, fakeThousand, febrl, isDataHere, restaurants } from '../test/harness/matching-sets.ts'

if (!isDataHere) {
  console.log('The public sets are not beside this repository; nothing to measure.')
  process.exit(0)
}

const line = (what: string, { name, precision, recall, f1 }: Figures): string =>
  [name.padEnd(26), what.padEnd(16), ...[precision, recall, f1].map((share) => share.toFixed(5))].join('  ')

console.log(`pairs: two records that are one by what they say themselves, from the line on at which two are one, of all true pairs
clusters: two records in one cluster of a run, where third records have their say, of all true pairs
links: a record and the entry of the register that it is linked to, of all records to be linked
merged unseen: two records from the line on at which nobody is asked, where no third speaks against it, of all true pairs
`)
console.log(['set'.padEnd(26), 'what'.padEnd(16), 'precision', 'recall ', 'F1'].join('  '))
for (const set of [febrl(1), febrl(3), fakeThousand(), restaurants()]) {
  console.log(line('pairs', measurePairs(set)))
  console.log(line('clusters', await measureClusters(set)))
}
console.log(line('links', measureLinks(companyNames())))
const { accounts, contacts } = await measurePack(readPack())
for (const { clusters, merged } of [accounts, contacts]) {
  console.log(line('clusters', clusters))
  console.log(line('merged unseen', merged))
}
