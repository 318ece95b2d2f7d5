// Why a backup is refused, for the operator. What is said of a file that is read follows its name: "monday.holdfast is damaged: …".
import { type Words, words } from '../../../dictionary/words.ts'

const damaged = (what: Words): Words =>
  words(`is damaged: ${what.en}.`, `está dañado: ${what.es}.`, `está danificado: ${what.pt}.`, `rosak: ${what.ms}.`)

export const ofFile = (file: string, say: Words): Words =>
  words(`${file} ${say.en}`, `${file} ${say.es}`, `${file} ${say.pt}`, `${file} ${say.ms}`)

export const reasons = {
  exists: (file: string) =>
    words(
      `${file} exists already, and a backup is never overwritten: name another file.`,
      `${file} ya existe, y una copia nunca se sobrescribe: nombre otro archivo.`,
      `${file} já existe, e uma cópia nunca é sobrescrita: indique outro arquivo.`,
      `${file} sudah wujud, dan sandaran tidak pernah ditulis ganti: namakan fail lain.`,
    ),
  noBackup: words(
    'is not a Holdfast backup.',
    'no es una copia de Holdfast.',
    'não é uma cópia do Holdfast.',
    'bukan sandaran Holdfast.',
  ),
  otherFormat: (theirs: number, ours: number) =>
    words(
      `is in backup format ${theirs}; this Holdfast reads format ${ours}. Use the version of Holdfast that wrote it.`,
      `está en el formato de copia ${theirs}; este Holdfast lee el formato ${ours}. Use la versión de Holdfast que lo escribió.`,
      `está no formato de cópia ${theirs}; este Holdfast lê o formato ${ours}. Use a versão do Holdfast que o gravou.`,
      `dalam format sandaran ${theirs}; Holdfast ini membaca format ${ours}. Guna versi Holdfast yang menulisnya.`,
    ),
  head: words(
    'is damaged in its head.',
    'está dañado en su cabecera.',
    'está danificado no cabeçalho.',
    'rosak pada kepalanya.',
  ),
  headSays: (why: string) =>
    words(
      `is damaged in its head: ${why}`,
      `está dañado en su cabecera: ${why}`,
      `está danificado no cabeçalho: ${why}`,
      `rosak pada kepalanya: ${why}`,
    ),
  nearByte: (position: number) =>
    words(
      `is damaged near byte ${position}.`,
      `está dañado cerca del byte ${position}.`,
      `está danificado perto do byte ${position}.`,
      `rosak berhampiran bait ${position}.`,
    ),
  cutShort: (position: number, missing: number) =>
    words(
      `ends at byte ${position}, ${missing} bytes too early`,
      `termina en el byte ${position}, ${missing} bytes antes de tiempo`,
      `termina no byte ${position}, ${missing} bytes antes da hora`,
      `tamat pada bait ${position}, ${missing} bait terlalu awal`,
    ),
  checksum: damaged(
    words(
      'it differs from its checksum',
      'no coincide con su suma de comprobación',
      'não confere com sua soma de verificação',
      'ia berbeza daripada hasil tambah semaknya',
    ),
  ),
  follows: damaged(
    words(
      'something follows its end',
      'algo sigue tras su final',
      'algo segue após o fim',
      'ada sesuatu selepas penghujungnya',
    ),
  ),
  manifestSum: damaged(
    words(
      'backup_manifest differs from its own checksum',
      'backup_manifest no coincide con su propia suma de comprobación',
      'backup_manifest não confere com sua própria soma de verificação',
      'backup_manifest berbeza daripada hasil tambah semaknya sendiri',
    ),
  ),
  unpacked: (name: string) =>
    damaged(
      words(
        `${name} cannot be unpacked`,
        `no se puede desempaquetar ${name}`,
        `não é possível desempacotar ${name}`,
        `${name} tidak dapat dibuka`,
      ),
    ),
  archiveAt: (path: string | null) =>
    damaged(
      words(
        `the archive cannot be unpacked at ${path ?? 'its beginning'}`,
        `el archivo no se puede desempaquetar en ${path ?? 'su comienzo'}`,
        `o arquivo não pode ser desempacotado em ${path ?? 'seu início'}`,
        `arkib tidak dapat dibuka pada ${path ?? 'permulaannya'}`,
      ),
    ),
  archiveAfter: (previous: string) =>
    damaged(
      words(
        `the archive cannot be read after ${previous}`,
        `el archivo no se puede leer después de ${previous}`,
        `o arquivo não pode ser lido depois de ${previous}`,
        `arkib tidak dapat dibaca selepas ${previous}`,
      ),
    ),
  unknownPart: (name: string) =>
    damaged(
      words(
        `it holds an unknown part, ${name}`,
        `tiene una parte desconocida, ${name}`,
        `tem uma parte desconhecida, ${name}`,
        `ia mengandungi bahagian tidak dikenali, ${name}`,
      ),
    ),
  lacksPart: (name: string) =>
    damaged(words(`it has no ${name}`, `no tiene ${name}`, `não tem ${name}`, `ia tiada ${name}`)),
  twice: (path: string) =>
    damaged(
      words(
        `it holds ${path} twice`,
        `tiene ${path} dos veces`,
        `tem ${path} duas vezes`,
        `ia mengandungi ${path} dua kali`,
      ),
    ),
  missing: (name: string) => damaged(words(`${name} are missing`, `faltan ${name}`, `faltam ${name}`, `${name} tiada`)),
  rowsDiffer: (name: string, found: { rows: number; bytes: number }, written: { rows: number; bytes: number }) =>
    damaged(
      words(
        `${name} differ (${found.rows} rows in ${found.bytes} bytes, ${written.rows} in ${written.bytes} written)`,
        `${name} difieren (${found.rows} filas en ${found.bytes} bytes, escritas ${written.rows} en ${written.bytes})`,
        `${name} diferem (${found.rows} linhas em ${found.bytes} bytes, gravadas ${written.rows} em ${written.bytes})`,
        `${name} berbeza (${found.rows} baris dalam ${found.bytes} bait, ditulis ${written.rows} dalam ${written.bytes})`,
      ),
    ),
  files: (first: Words, others: number) =>
    damaged(
      words(
        `${first.en}${others > 0 ? ` (and ${others} more)` : ''}`,
        `${first.es}${others > 0 ? ` (y ${others} más)` : ''}`,
        `${first.pt}${others > 0 ? ` (e mais ${others})` : ''}`,
        `${first.ms}${others > 0 ? ` (dan ${others} lagi)` : ''}`,
      ),
    ),
  fileUnlisted: (path: string) =>
    words(
      `${path} is not in the manifest`,
      `${path} no está en el manifiesto`,
      `${path} não está no manifesto`,
      `${path} tiada dalam manifes`,
    ),
  fileMissing: (path: string) => words(`${path} is missing`, `falta ${path}`, `falta ${path}`, `${path} tiada`),
  fileSize: (path: string, found: number, expected: number) =>
    words(
      `${path} differs: ${found} bytes instead of ${expected}`,
      `${path} difiere: ${found} bytes en vez de ${expected}`,
      `${path} difere: ${found} bytes em vez de ${expected}`,
      `${path} berbeza: ${found} bait, bukan ${expected}`,
    ),
  fileDiffers: (path: string) => words(`${path} differs`, `${path} difiere`, `${path} difere`, `${path} berbeza`),
  missingWal: (path: string) =>
    words(
      `lacks ${path}, without which the server cannot become consistent.`,
      `no tiene ${path}, sin el cual el servidor no puede quedar coherente.`,
      `não tem ${path}, sem o qual o servidor não fica consistente.`,
      `tiada ${path}, dan tanpanya pelayan tidak dapat menjadi konsisten.`,
    ),
  unsafePath: (named: string) =>
    words(
      `holds ${named}, which is a link or leaves the folder.`,
      `tiene ${named}, que es un enlace o sale de la carpeta.`,
      `tem ${named}, que é um link ou sai da pasta.`,
      `mengandungi ${named}, iaitu pautan atau keluar dari folder.`,
    ),
  wholeServer: words(
    'holds a whole server, not rows of tables: restore it into a folder instead.',
    'tiene un servidor entero, no filas de tablas: restáurelo en una carpeta.',
    'tem um servidor inteiro, não linhas de tabelas: restaure-o em uma pasta.',
    'mengandungi seluruh pelayan, bukan baris jadual: pulihkan ke dalam folder.',
  ),
  onlyRows: words(
    'holds rows of tables, not a whole server: load it into a database instead.',
    'tiene filas de tablas, no un servidor entero: cárguelo en una base de datos.',
    'tem linhas de tabelas, não um servidor inteiro: carregue-o em um banco de dados.',
    'mengandungi baris jadual, bukan seluruh pelayan: muatkan ke dalam pangkalan data.',
  ),
  otherSchema: (theirs: string, ours: string) =>
    words(
      `holds rows of schema ${theirs}, and this database is at ${ours}. Load it into a database migrated to ${theirs}, then migrate that.`,
      `tiene filas del esquema ${theirs}, y esta base está en ${ours}. Cárguelo en una base migrada a ${theirs} y luego mígrela.`,
      `tem linhas do esquema ${theirs}, e este banco está em ${ours}. Carregue-o em um banco migrado para ${theirs} e depois migre-o.`,
      `mengandungi baris skema ${theirs}, dan pangkalan data ini pada ${ours}. Muatkan ke pangkalan data yang dimigrasi ke ${theirs}, kemudian migrasikannya.`,
    ),
  unknownColumn: (name: string) =>
    words(
      `holds ${name}, which this database does not have.`,
      `tiene ${name}, que esta base no tiene.`,
      `tem ${name}, que este banco não tem.`,
      `mengandungi ${name}, yang tiada dalam pangkalan data ini.`,
    ),
  unknownTable: (name: string) =>
    words(
      `holds ${name}, which this database does not have. Run the migrations first.`,
      `tiene ${name}, que esta base no tiene. Ejecute antes las migraciones.`,
      `tem ${name}, que este banco não tem. Rode antes as migrações.`,
      `mengandungi ${name}, yang tiada dalam pangkalan data ini. Jalankan migrasi dahulu.`,
    ),
  noTable: (name: string) =>
    words(
      `The table ${name} does not exist, and is asked for.`,
      `La tabla ${name} no existe, y se pide.`,
      `A tabela ${name} não existe, e é pedida.`,
      `Jadual ${name} tidak wujud, tetapi diminta.`,
    ),
  tableInUse: (name: string) =>
    words(
      `cannot be loaded: ${name} holds rows already. Rows are only loaded into empty tables: use a freshly migrated database.`,
      `no se puede cargar: ${name} ya tiene filas. Las filas solo se cargan en tablas vacías: use una base recién migrada.`,
      `não pode ser carregado: ${name} já tem linhas. Linhas só são carregadas em tabelas vazias: use um banco recém-migrado.`,
      `tidak boleh dimuatkan: ${name} sudah mempunyai baris. Baris hanya dimuatkan ke jadual kosong: guna pangkalan data yang baru dimigrasi.`,
    ),
  notEmpty: (folder: string, first: string) =>
    words(
      `${folder} is not empty (it holds ${first}). A backup is only restored into an empty folder: move this one away or name another.`,
      `${folder} no está vacía (contiene ${first}). Una copia solo se restaura en una carpeta vacía: aparte esta o nombre otra.`,
      `${folder} não está vazia (contém ${first}). Uma cópia só é restaurada em uma pasta vazia: mova esta ou indique outra.`,
      `${folder} tidak kosong (ada ${first}). Sandaran hanya dipulihkan ke folder kosong: alihkan yang ini atau namakan yang lain.`,
    ),
  rootOfDisk: (folder: string) =>
    words(
      `${folder} is the root of a disk. Name a folder inside it, so that the restored files can be moved there in one step.`,
      `${folder} es la raíz de un disco. Nombre una carpeta dentro, para poder mover allí los archivos restaurados de una vez.`,
      `${folder} é a raiz de um disco. Indique uma pasta dentro dele, para que os arquivos restaurados possam ser movidos de uma vez.`,
      `${folder} ialah akar cakera. Namakan folder di dalamnya, supaya fail yang dipulihkan boleh dipindahkan sekali gus.`,
    ),
  otherPostgres: (theirs: number, ours: number) =>
    words(
      `was written by PostgreSQL ${theirs} and cannot be run by PostgreSQL ${ours}. Restore it with PostgreSQL ${theirs}, or load an export of rows instead.`,
      `lo escribió PostgreSQL ${theirs} y PostgreSQL ${ours} no puede ejecutarlo. Restáurelo con PostgreSQL ${theirs} o cargue una exportación de filas.`,
      `foi gravado pelo PostgreSQL ${theirs} e não pode rodar no PostgreSQL ${ours}. Restaure-o com o PostgreSQL ${theirs} ou carregue uma exportação de linhas.`,
      `ditulis oleh PostgreSQL ${theirs} dan tidak boleh dijalankan oleh PostgreSQL ${ours}. Pulihkan dengan PostgreSQL ${theirs}, atau muatkan eksport baris.`,
    ),
  tablespace: (location: string) =>
    words(
      `The server keeps data in a tablespace at ${location}, which a backup of one folder cannot hold. Move its tables to pg_default and drop it.`,
      `El servidor guarda datos en un tablespace en ${location}, que la copia de una carpeta no puede contener. Mueva sus tablas a pg_default y elimínelo.`,
      `O servidor guarda dados em um tablespace em ${location}, que a cópia de uma pasta não pode conter. Mova suas tabelas para pg_default e remova-o.`,
      `Pelayan menyimpan data dalam tablespace di ${location}, yang tidak dapat dimuatkan dalam sandaran satu folder. Pindahkan jadualnya ke pg_default dan buangnya.`,
    ),
}
