import { words } from '../../../dictionary/words.ts'
import { oneOf } from '../arguments.ts'
import type { Call, Command } from '../command.ts'
import { asMember, because } from '../options.ts'
import { find, settings } from './duplicates-find.ts'
import { learn, weights } from './duplicates-learn.ts'
import { list, never, why } from './duplicates-look.ts'
import { merge, unmerge } from './duplicates-merge.ts'

export const command: Command = {
  usage: [
    'duplicates find [OBJECT] [--merge-from BITS]',
    'duplicates list [OBJECT] [--limit N] [--after MARK] [--as EMAIL]',
    'duplicates explain OBJECT RECORD RECORD [--as EMAIL]',
    'duplicates merge OBJECT RECORD RECORD… --because TEXT [--into RECORD] [--choose FIELD=RECORD,…] [--preview]',
    'duplicates unmerge ACT|OBJECT ID… [--answers stay|KEY=ID,…] [--because TEXT]',
    'duplicates never OBJECT RECORD RECORD --because TEXT',
    'duplicates settings [OBJECT BITS|never]',
    'duplicates learn OBJECT [--preview]',
    'duplicates weights OBJECT [learned|shipped]',
  ],
  describe: words(
    'Looks for records that are one, shows why, makes one of them, and takes that apart again at any age. A record is named by its id, by another system’s id (crm:0015…), or by its title. What is merged unseen is for "settings" to say: from how many bits of evidence on, or never, which is what is set until somebody says otherwise. What weighs how much can be learned from the records themselves: "learn" shows it and why it can or cannot be relied on, and only "weights" puts it to use.',
    'Busca registros que son uno, muestra por qué, los une y los vuelve a separar a cualquier edad. Un registro se nombra por su id, por el id de otro sistema (crm:0015…) o por su título. Qué se fusiona sin mirar lo dice "settings": desde cuántos bits de evidencia, o nunca, que es lo que vale mientras nadie diga otra cosa. Cuánto pesa cada indicio se puede aprender de los propios registros: "learn" lo muestra y dice por qué es o no de fiar, y solo "weights" lo pone en uso.',
    'Procura registros que são um só, mostra por quê, os une e os separa de novo em qualquer idade. Um registro é indicado pelo id, pelo id de outro sistema (crm:0015…) ou pelo título. O que se mescla sem ver é dito por "settings": a partir de quantos bits de evidência, ou nunca, que é o que vale até alguém dizer outra coisa. Quanto pesa cada evidência pode ser aprendido dos próprios registros: "learn" mostra e diz por que é ou não confiável, e só "weights" põe em uso.',
    'Mencari rekod yang sebenarnya satu, menunjukkan sebabnya, menyatukannya, dan menceraikannya semula walau sudah lama. Rekod dinamakan dengan idnya, id sistem lain (crm:0015…), atau tajuknya. Apa yang digabung tanpa dilihat ditentukan oleh "settings": dari berapa bit bukti, atau tidak pernah, iaitu tetapan sehingga seseorang menyatakan sebaliknya. Berat setiap bukti boleh dipelajari daripada rekod itu sendiri: "learn" menunjukkannya dan sebab ia boleh dipercayai atau tidak, dan hanya "weights" menggunakannya.',
  ),
  options: {
    'merge-from': {
      value: 'BITS',
      describe: words(
        'In this run, merge what has so many bits of evidence, or "never".',
        'En esta pasada, fusionar lo que tenga tantos bits de evidencia, o "never".',
        'Nesta rodada, mesclar o que tiver tantos bits de evidência, ou "never".',
        'Dalam larian ini, gabungkan yang mempunyai sekian bit bukti, atau "never".',
      ),
    },
    limit: {
      value: 'N',
      describe: words(
        'How many pairs (50 where not said).',
        'Cuántos pares (50 si no se dice).',
        'Quantos pares (50 se não dito).',
        'Bilangan pasangan (50 jika tidak dinyatakan).',
      ),
    },
    after: {
      value: 'MARK',
      describe: words(
        'The next page, by the mark that the last one ended with.',
        'La página siguiente, por la marca con que terminó la última.',
        'A página seguinte, pela marca com que a última terminou.',
        'Halaman seterusnya, dengan penanda di hujung halaman terakhir.',
      ),
    },
    into: {
      value: 'RECORD',
      describe: words(
        'The one whose id stays; the oldest where not said.',
        'Aquel cuyo id permanece; el más antiguo si no se dice.',
        'Aquele cujo id permanece; o mais antigo se não dito.',
        'Rekod yang idnya kekal; yang paling lama jika tidak dinyatakan.',
      ),
    },
    choose: {
      value: 'FIELD=RECORD,…',
      describe: words(
        'Fields whose value is taken from a record by hand; all others are settled by their rules.',
        'Campos cuyo valor se toma a mano de un registro; los demás los deciden sus reglas.',
        'Campos cujo valor é tirado à mão de um registro; os demais são decididos por suas regras.',
        'Medan yang nilainya diambil dengan tangan daripada satu rekod; yang lain ditentukan oleh peraturannya.',
      ),
    },
    preview: {
      describe: words(
        'Say what merging would make of them, or what was learned, and write nothing.',
        'Decir qué haría la fusión, o qué se aprendió, sin escribir nada.',
        'Dizer o que a mesclagem faria, ou o que foi aprendido, sem gravar nada.',
        'Nyatakan hasil penggabungan, atau apa yang dipelajari, tanpa menulis apa-apa.',
      ),
    },
    answers: {
      value: 'stay|KEY=ID,…',
      describe: words(
        'What to do with what nothing tells: leave all of it, or each to the record named.',
        'Qué hacer con lo que nada decide: dejarlo todo, o cada cosa al registro nombrado.',
        'O que fazer com o que nada decide: deixar tudo, ou cada coisa ao registro indicado.',
        'Apa yang dibuat dengan yang tidak dapat ditentukan: biarkan semuanya, atau setiap satu kepada rekod yang dinamakan.',
      ),
    },
    because,
    as: asMember,
  },
  words: { least: 1, most: 102 },
  examples: [
    'holdfast duplicates find',
    'holdfast duplicates list account --limit 10',
    'holdfast duplicates explain account crm:A-0001 crm:A-0007',
    'holdfast duplicates merge account crm:A-0001 crm:A-0007 --because "one company" --preview',
    'holdfast duplicates settings account 14.5',
    'holdfast duplicates learn contact --preview',
  ],
  run: (call) => verbs[oneOf('"duplicates"', call.words[0] ?? '', verbNames)](call),
}

const verbs = { find, list, explain: why, merge, unmerge, never, settings, learn, weights } satisfies Record<
  string,
  (call: Call) => Promise<number>
>
const verbNames = ['find', 'list', 'explain', 'merge', 'unmerge', 'never', 'settings', 'learn', 'weights'] as const
