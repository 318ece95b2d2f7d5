// What is wrong with a ledger, and what to do about it, for whoever runs the installation.
import { type Words, words } from '../../../dictionary/words.ts'

export const says = {
  headSignature: (position: number, made: string, proven: number) =>
    words(
      `Head ${position} (of ${made}) is not signed by this key. If the key is the right one, the head was forged or altered: only the first ${proven} entries are proven.`,
      `La firma ${position} (del ${made}) no es de esta clave. Si la clave es la correcta, se falsificó o alteró: solo están probadas las primeras ${proven} entradas.`,
      `A assinatura ${position} (de ${made}) não é desta chave. Se a chave é a certa, ela foi forjada ou alterada: só as primeiras ${proven} entradas estão provadas.`,
      `Tandatangan ${position} (pada ${made}) bukan daripada kunci ini. Jika kuncinya betul, ia dipalsukan atau diubah: hanya ${proven} catatan pertama terbukti.`,
    ),
  foreignHead: (position: number, made: string, theirs: string, ours: string) =>
    words(
      `Head ${position} (of ${made}) seals workspace ${theirs}, but this is the ledger of ${ours}: restore the heads of this workspace.`,
      `La firma ${position} (del ${made}) sella el espacio ${theirs}, pero este historial es de ${ours}: restaure las firmas de este espacio.`,
      `A assinatura ${position} (de ${made}) sela o espaço ${theirs}, mas este histórico é de ${ours}: restaure as assinaturas deste espaço.`,
      `Tandatangan ${position} (pada ${made}) memeterai ruang kerja ${theirs}, tetapi lejar ini milik ${ours}: pulihkan tandatangan ruang kerja ini.`,
    ),
  noFirstHead: (position: number, made: string) =>
    moved(
      words(
        `Head ${position} (of ${made}) is not a first head`,
        `La firma ${position} (del ${made}) no es una primera firma`,
        `A assinatura ${position} (de ${made}) não é uma primeira assinatura`,
        `Tandatangan ${position} (pada ${made}) bukan tandatangan pertama`,
      ),
    ),
  noNextHead: (position: number, made: string, previous: number) =>
    moved(
      words(
        `Head ${position} (of ${made}) does not continue head ${previous}`,
        `La firma ${position} (del ${made}) no continúa la firma ${previous}`,
        `A assinatura ${position} (de ${made}) não continua a assinatura ${previous}`,
        `Tandatangan ${position} (pada ${made}) tidak menyambung tandatangan ${previous}`,
      ),
    ),
  tailCut: (o: { entries: number; size: number; sealed: string; at: number }) =>
    words(
      `The ledger ends after ${o.entries} entries, but ${o.size} were sealed at ${o.sealed}: entries from ${o.at} on were removed. Restore them from a backup taken since.`,
      `El historial termina tras ${o.entries} entradas, pero se sellaron ${o.size} el ${o.sealed}: se quitaron entradas desde la ${o.at}. Restáurelas de una copia posterior.`,
      `O histórico termina após ${o.entries} entradas, mas ${o.size} foram seladas em ${o.sealed}: entradas a partir da ${o.at} foram removidas. Restaure-as de uma cópia posterior.`,
      `Lejar tamat selepas ${o.entries} catatan, tetapi ${o.size} dimeterai pada ${o.sealed}: catatan dari ${o.at} telah dibuang. Pulihkan daripada sandaran selepas itu.`,
    ),
  changed: (from: number, to: number, sealed: string) =>
    words(
      `Entries ${from} to ${to} are not those that were sealed at ${sealed}: at least one was changed, removed, added or moved. Compare them with a backup taken since.`,
      `Las entradas ${from} a ${to} no son las que se sellaron el ${sealed}: al menos una se cambió, quitó, añadió o movió. Compárelas con una copia posterior.`,
      `As entradas ${from} a ${to} não são as que foram seladas em ${sealed}: ao menos uma foi alterada, removida, acrescentada ou movida. Compare-as com uma cópia posterior.`,
      `Catatan ${from} hingga ${to} bukan yang dimeterai pada ${sealed}: sekurang-kurangnya satu diubah, dibuang, ditambah atau dipindah. Bandingkan dengan sandaran selepas itu.`,
    ),
  endLost: (entries: number, size: number, sealed: string) =>
    words(
      `The ledger ends after ${entries} entries, but the export holds a head over ${size}, sealed at ${sealed}: the end was cut, or an older copy restored. Restore a backup taken since.`,
      `El historial termina tras ${entries} entradas, pero la exportación tiene una firma sobre ${size}, del ${sealed}: se cortó el final o se restauró una copia más antigua. Restaure una copia posterior.`,
      `O histórico termina após ${entries} entradas, mas a exportação tem uma assinatura sobre ${size}, de ${sealed}: o fim foi cortado ou uma cópia mais antiga foi restaurada. Restaure uma cópia posterior.`,
      `Lejar tamat selepas ${entries} catatan, tetapi eksport mempunyai tandatangan atas ${size}, pada ${sealed}: hujungnya dipotong, atau salinan lebih lama dipulihkan. Pulihkan sandaran selepas itu.`,
    ),
  rewritten: (from: number, to: number, sealed: string) =>
    words(
      `Entries ${from} to ${to} are not those of the exported head of ${sealed}, which the ledger lacks: entries and heads were written anew. Compare both with a backup taken since; if the heads there now are signed, treat the sealing key as stolen.`,
      `Las entradas ${from} a ${to} no son las de la firma exportada del ${sealed}, que falta en el historial: se reescribieron entradas y firmas. Compare ambas con una copia posterior; si las firmas que hay ahora son válidas, dé por robada la clave de sellado.`,
      `As entradas ${from} a ${to} não são as da assinatura exportada de ${sealed}, que falta no histórico: entradas e assinaturas foram reescritas. Compare ambas com uma cópia posterior; se as assinaturas atuais forem válidas, considere roubada a chave de selagem.`,
      `Catatan ${from} hingga ${to} bukan milik tandatangan eksport pada ${sealed}, yang tiada dalam lejar: catatan dan tandatangan ditulis semula. Bandingkan kedua-duanya dengan sandaran selepas itu; jika tandatangan sekarang sah, anggap kunci pemeteraian telah dicuri.`,
    ),
  headLost: (size: number, sealed: string) =>
    words(
      `The export holds a head of ${sealed} over ${size} entries that the ledger lacks, though the entries are intact: heads were removed or replaced. Put them back from the export.`,
      `La exportación tiene una firma del ${sealed} sobre ${size} entradas que falta en el historial, aunque las entradas están intactas: se quitaron o sustituyeron firmas. Repóngalas de la exportación.`,
      `A exportação tem uma assinatura de ${sealed} sobre ${size} entradas que falta no histórico, embora as entradas estejam intactas: assinaturas foram removidas ou trocadas. Reponha-as da exportação.`,
      `Eksport mempunyai tandatangan pada ${sealed} atas ${size} catatan yang tiada dalam lejar, walaupun catatan utuh: tandatangan dibuang atau diganti. Letakkan semula daripada eksport.`,
    ),
  exportDamaged: (position: number, made: string) =>
    words(
      `Exported head ${position} (of ${made}) is not signed by this key for this workspace, and the ledger does not hold it either: the export was altered, or belongs elsewhere. Check against another copy of the export.`,
      `La firma exportada ${position} (del ${made}) no es de esta clave para este espacio, y el historial tampoco la tiene: la exportación se alteró o es de otro lugar. Compárela con otra copia de la exportación.`,
      `A assinatura exportada ${position} (de ${made}) não é desta chave para este espaço, e o histórico também não a tem: a exportação foi alterada ou é de outro lugar. Compare com outra cópia da exportação.`,
      `Tandatangan eksport ${position} (pada ${made}) bukan daripada kunci ini untuk ruang kerja ini, dan lejar juga tiada: eksport diubah, atau milik tempat lain. Semak dengan salinan eksport yang lain.`,
    ),
  numbersUnreached: (from: number, to: number) =>
    words(
      `Entries ${from} to ${to} bear numbers, but no head reaches them: heads were removed. Put them back from the export.`,
      `Las entradas ${from} a ${to} llevan número, pero ninguna firma las alcanza: se quitaron firmas. Repóngalas de la exportación.`,
      `As entradas ${from} a ${to} têm número, mas nenhuma assinatura as alcança: assinaturas foram removidas. Reponha-as da exportação.`,
      `Catatan ${from} hingga ${to} bernombor, tetapi tiada tandatangan meliputinya: tandatangan dibuang. Letakkan semula daripada eksport.`,
    ),
  entryChanged: (entry: number, act: string | null) =>
    words(
      `Entry ${entry}, act ${act}, is not what was sealed: it, its history or its seal was changed. Compare it with a backup taken since.`,
      `La entrada ${entry}, acto ${act}, no es lo que se selló: se cambió ella, su historial o su sello. Compárela con una copia posterior.`,
      `A entrada ${entry}, ato ${act}, não é o que foi selado: ela, seu histórico ou seu selo mudou. Compare-a com uma cópia posterior.`,
      `Catatan ${entry}, tindakan ${act}, bukan yang dimeterai: ia, sejarahnya atau meterainya diubah. Bandingkan dengan sandaran selepas itu.`,
    ),
  entryMissing: (entry: number) =>
    words(
      `Entry ${entry} is not there: it was removed, or its number was changed. Restore it from a backup taken since.`,
      `Falta la entrada ${entry}: se quitó o se cambió su número. Restáurela de una copia posterior.`,
      `Falta a entrada ${entry}: foi removida ou seu número mudou. Restaure-a de uma cópia posterior.`,
      `Catatan ${entry} tiada: ia dibuang, atau nombornya diubah. Pulihkan daripada sandaran selepas itu.`,
    ),
  strayHistory: (act: string) =>
    words(
      `There is history of act ${act}, but not the act: it was removed before it was sealed, or the history was made up. Compare with a backup taken since.`,
      `Hay historial del acto ${act}, pero no el acto: se quitó antes de sellarse o el historial es inventado. Compare con una copia posterior.`,
      `Há histórico do ato ${act}, mas não o ato: foi removido antes de ser selado ou o histórico é inventado. Compare com uma cópia posterior.`,
      `Ada sejarah bagi tindakan ${act}, tetapi tiada tindakannya: ia dibuang sebelum dimeterai, atau sejarah itu direka. Bandingkan dengan sandaran selepas itu.`,
    ),
}

function moved(what: Words): Words {
  return words(
    `${what.en}: heads were removed, added or moved here. Compare them with the exported heads.`,
    `${what.es}: aquí se quitaron, añadieron o movieron firmas. Compárelas con las exportadas.`,
    `${what.pt}: aqui assinaturas foram removidas, acrescentadas ou movidas. Compare-as com as exportadas.`,
    `${what.ms}: tandatangan dibuang, ditambah atau dipindah di sini. Bandingkan dengan yang dieksport.`,
  )
}
