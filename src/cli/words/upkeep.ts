// What the commands that look after an installation say: serve, demo, users, keys, workspaces, check, backup, restore, migrate, worker.
import { type Words, words } from '../../../dictionary/words.ts'

export const says = {
  role: words('role', 'rol', 'função', 'peranan'),
  system: words('system', 'sistema', 'sistema', 'sistem'),

  stopping: (signal: string) =>
    words(
      `Stopping (${signal}): finishing what is under way. Once more to end at once.`,
      `Deteniendo (${signal}): se termina lo que está en curso. Otra vez para acabar ya.`,
      `Parando (${signal}): terminando o que está em curso. Mais uma vez para encerrar já.`,
      `Berhenti (${signal}): menghabiskan apa yang sedang berjalan. Sekali lagi untuk tamat serta-merta.`,
    ),
  mailOn: (domain: string, port: number) =>
    words(
      `Mail to ${domain} is received on port ${port}`,
      `El correo a ${domain} se recibe en el puerto ${port}`,
      `O e-mail para ${domain} é recebido na porta ${port}`,
      `E-mel ke ${domain} diterima pada port ${port}`,
    ),
  holdfastAt: (url: string) =>
    words(`Holdfast is at ${url}`, `Holdfast está en ${url}`, `O Holdfast está em ${url}`, `Holdfast berada di ${url}`),
  noWorkspaceYet: words(
    'There is no workspace yet: holdfast workspaces create NAME, then holdfast users add EMAIL.',
    'Todavía no hay espacios de trabajo: holdfast workspaces create NOMBRE, y luego holdfast users add CORREO.',
    'Ainda não há espaço de trabalho: holdfast workspaces create NOME, depois holdfast users add E-MAIL.',
    'Belum ada ruang kerja: holdfast workspaces create NAMA, kemudian holdfast users add E-MEL.',
  ),
  letPeopleIn: words(
    'Let people in with: holdfast users add EMAIL --name NAME --role ROLE --password -',
    'Deje entrar a alguien con: holdfast users add CORREO --name NOMBRE --role ROL --password -',
    'Dê acesso a alguém com: holdfast users add E-MAIL --name NOME --role FUNÇÃO --password -',
    'Benarkan seseorang masuk dengan: holdfast users add E-MEL --name NAMA --role PERANAN --password -',
  ),
  signInToDemo: (password: string) =>
    words(
      `Sign in to the demo with the password ${password} as:`,
      `Entre en la demo con la contraseña ${password} como:`,
      `Entre na demo com a senha ${password} como:`,
      `Log masuk ke demo dengan kata laluan ${password} sebagai:`,
    ),
  demoNotWhole: (lines: string) =>
    words(
      `The demo was not taken in whole: ${lines}`,
      `La demo no entró entera: ${lines}`,
      `A demo não entrou inteira: ${lines}`,
      `Demo tidak dimuatkan sepenuhnya: ${lines}`,
    ),

  loadingDemo: (records: string, events: string | null) =>
    words(
      `Loading the demo company: ${records} records${events === null ? '' : `, ${events} product events`}`,
      `Cargando la empresa de demostración: ${records} registros${events === null ? '' : `, ${events} eventos de producto`}`,
      `Carregando a empresa de demonstração: ${records} registros${events === null ? '' : `, ${events} eventos de produto`}`,
      `Memuatkan syarikat demo: ${records} rekod${events === null ? '' : `, ${events} peristiwa produk`}`,
    ),
  loadedDemo: (records: string, events: string) =>
    words(
      `Loaded the demo company: ${records} records, ${events} product events`,
      `Empresa de demostración cargada: ${records} registros, ${events} eventos de producto`,
      `Empresa de demonstração carregada: ${records} registros, ${events} eventos de produto`,
      `Syarikat demo dimuatkan: ${records} rekod, ${events} peristiwa produk`,
    ),
  noDemoUser: (email: string) =>
    words(
      `The demo's user ${email} was not loaded; load it again.`,
      `El usuario ${email} de la demo no se cargó; cárguela de nuevo.`,
      `O usuário ${email} da demo não foi carregado; carregue-a de novo.`,
      `Pengguna demo ${email} tidak dimuatkan; muatkan semula.`,
    ),
  brought: (records: number, events: number) =>
    words(
      `Brought ${records} records and ${events} product events`,
      `Entraron ${records} registros y ${events} eventos de producto`,
      `Entraram ${records} registros e ${events} eventos de produto`,
      `${records} rekod dan ${events} peristiwa produk dibawa masuk`,
    ),
  nothingChanged: words(
    'Nothing had to be changed',
    'No hubo que cambiar nada',
    'Nada precisou ser alterado',
    'Tiada apa-apa perlu diubah',
  ),
  demoDone: (outcome: Words, workspace: string, seconds: number, password: string) =>
    words(
      `${outcome.en}, workspace "${workspace}" (${seconds} s). Sign in with the password ${password} as:`,
      `${outcome.es}, espacio "${workspace}" (${seconds} s). Entre con la contraseña ${password} como:`,
      `${outcome.pt}, espaço "${workspace}" (${seconds} s). Entre com a senha ${password} como:`,
      `${outcome.ms}, ruang kerja "${workspace}" (${seconds} s). Log masuk dengan kata laluan ${password} sebagai:`,
    ),
  refused: (line: string) => words(`Refused: ${line}`, `Rechazado: ${line}`, `Recusado: ${line}`, `Ditolak: ${line}`),

  workerRuns: words(
    'The background work runs. Ctrl-C stops it.',
    'El trabajo de fondo está en marcha. Ctrl-C lo detiene.',
    'O trabalho de fundo está rodando. Ctrl-C o interrompe.',
    'Kerja latar sedang berjalan. Ctrl-C menghentikannya.',
  ),
  upToDate: words(
    'The schema is up to date.',
    'El esquema está al día.',
    'O esquema está em dia.',
    'Skema adalah terkini.',
  ),

  suspended: words('suspended', 'suspendido', 'suspenso', 'digantung'),
  addingNeeds: words(
    'Adding somebody needs: holdfast users add EMAIL --name NAME --role ROLE.',
    'Para añadir a alguien: holdfast users add CORREO --name NOMBRE --role ROL.',
    'Para adicionar alguém: holdfast users add E-MAIL --name NOME --role FUNÇÃO.',
    'Untuk menambah seseorang: holdfast users add E-MEL --name NAMA --role PERANAN.',
  ),
  mayEnter: (name: string, email: string, workspace: string, roles: string) =>
    words(
      `${name} <${email}> may enter "${workspace}" as ${roles}.`,
      `${name} <${email}> puede entrar en "${workspace}" como ${roles}.`,
      `${name} <${email}> pode entrar em "${workspace}" como ${roles}.`,
      `${name} <${email}> boleh memasuki "${workspace}" sebagai ${roles}.`,
    ),
  noPassword: words(
    'No password was set: say --password to let them sign in.',
    'No se puso contraseña: indique --password para que pueda iniciar sesión.',
    'Nenhuma senha foi definida: informe --password para que possa entrar.',
    'Tiada kata laluan ditetapkan: nyatakan --password supaya mereka boleh log masuk.',
  ),
  notAdded: (email: string) =>
    words(
      `${email} could not be added.`,
      `No se pudo añadir ${email}.`,
      `Não foi possível adicionar ${email}.`,
      `${email} tidak dapat ditambah.`,
    ),

  noKeys: words(
    'There are no keys. Make one with: holdfast keys create NAME --role ROLE',
    'No hay claves. Cree una con: holdfast keys create NOMBRE --role ROL',
    'Não há chaves. Crie uma com: holdfast keys create NOME --role FUNÇÃO',
    'Tiada kunci. Buat satu dengan: holdfast keys create NAMA --role PERANAN',
  ),
  keyNeeds: words(
    'A key needs a name and a role: holdfast keys create NAME --role ROLE.',
    'Una clave necesita nombre y rol: holdfast keys create NOMBRE --role ROL.',
    'Uma chave precisa de nome e função: holdfast keys create NOME --role FUNÇÃO.',
    'Kunci memerlukan nama dan peranan: holdfast keys create NAMA --role PERANAN.',
  ),
  noDay: (given: string) =>
    words(
      `--expires ${given} is not usable: give a day such as 2027-01-31.`,
      `--expires ${given} no sirve: dé un día como 2027-01-31.`,
      `--expires ${given} não serve: informe um dia como 2027-01-31.`,
      `--expires ${given} tidak boleh digunakan: beri hari seperti 2027-01-31.`,
    ),
  keepKey: words(
    'Keep it now: it is not shown again. Send it as "Authorization: Bearer …".',
    'Guárdela ahora: no se vuelve a mostrar. Envíela como "Authorization: Bearer …".',
    'Guarde-a agora: ela não será mostrada de novo. Envie-a como "Authorization: Bearer …".',
    'Simpan sekarang: ia tidak ditunjukkan lagi. Hantar sebagai "Authorization: Bearer …".',
  ),
  whichKey: words(
    'Say which: holdfast keys revoke ID. The ids are listed by: holdfast keys',
    'Diga cuál: holdfast keys revoke ID. Los ids los lista: holdfast keys',
    'Diga qual: holdfast keys revoke ID. Os ids são listados por: holdfast keys',
    'Nyatakan yang mana: holdfast keys revoke ID. Id disenaraikan oleh: holdfast keys',
  ),
  noKey: (id: string, workspace: string) =>
    words(
      `There is no key ${id} in "${workspace}" that still works.`,
      `En "${workspace}" no hay ninguna clave ${id} vigente.`,
      `Não há em "${workspace}" uma chave ${id} ainda válida.`,
      `Tiada kunci ${id} dalam "${workspace}" yang masih berfungsi.`,
    ),
  revoked: (id: string) => words(`Revoked ${id}.`, `Revocada: ${id}.`, `Revogada: ${id}.`, `${id} dibatalkan.`),

  noWorkspaces: words(
    'There is no workspace yet. Make one with: holdfast workspaces create NAME',
    'Todavía no hay espacios de trabajo. Cree uno con: holdfast workspaces create NOMBRE',
    'Ainda não há espaço de trabalho. Crie um com: holdfast workspaces create NOME',
    'Belum ada ruang kerja. Buat satu dengan: holdfast workspaces create NAMA',
  ),
  workspaceName: words(
    'Say how the workspace is called: holdfast workspaces create NAME.',
    'Diga cómo se llama el espacio: holdfast workspaces create NOMBRE.',
    'Diga como se chama o espaço: holdfast workspaces create NOME.',
    'Nyatakan nama ruang kerja: holdfast workspaces create NAMA.',
  ),
  noCurrency: (given: string) =>
    words(
      `--currency ${given} is not usable: give an ISO 4217 code such as USD.`,
      `--currency ${given} no sirve: dé un código ISO 4217 como USD.`,
      `--currency ${given} não serve: informe um código ISO 4217 como USD.`,
      `--currency ${given} tidak boleh digunakan: beri kod ISO 4217 seperti USD.`,
    ),
  workspaceExists: (slug: string) =>
    words(
      `There is a workspace "${slug}" already.`,
      `Ya existe un espacio "${slug}".`,
      `Já existe um espaço "${slug}".`,
      `Ruang kerja "${slug}" sudah ada.`,
    ),
  workspaceMade: (slug: string) =>
    words(
      `Made the workspace "${slug}". Let somebody in with: holdfast users add EMAIL`,
      `Espacio "${slug}" creado. Deje entrar a alguien con: holdfast users add CORREO`,
      `Espaço "${slug}" criado. Dê acesso a alguém com: holdfast users add E-MAIL`,
      `Ruang kerja "${slug}" dibuat. Benarkan seseorang masuk dengan: holdfast users add E-MEL`,
    ),

  ok: words('ok', 'bien', 'ok', 'baik'),
  fault: words('FAULT', 'FALLO', 'FALHA', 'ROSAK'),
  schema: words('schema', 'esquema', 'esquema', 'skema'),
  schemaFine: (migrations: number) =>
    words(
      `${migrations} migrations, up to date.`,
      `${migrations} migraciones, al día.`,
      `${migrations} migrações, em dia.`,
      `${migrations} migrasi, terkini.`,
    ),
  schemaWrong: (names: string) =>
    words(
      `${names} did not run as written here. Run "holdfast migrate".`,
      `${names} no se ejecutó como está escrito aquí. Ejecute "holdfast migrate".`,
      `${names} não rodou como está escrito aqui. Rode "holdfast migrate".`,
      `${names} tidak dijalankan seperti yang ditulis di sini. Jalankan "holdfast migrate".`,
    ),
  ledgerOf: (slug: string) =>
    words(`ledger of ${slug}`, `historial sellado de ${slug}`, `histórico selado de ${slug}`, `lejar ${slug}`),
  ledgerFine: (entries: number, waiting: number) =>
    words(
      `${entries} entries as they were sealed${waiting > 0 ? `, ${waiting} not sealed yet` : ''}.`,
      `${entries} entradas tal como se sellaron${waiting > 0 ? `, ${waiting} sin sellar todavía` : ''}.`,
      `${entries} entradas como foram selados${waiting > 0 ? `, ${waiting} ainda sem selo` : ''}.`,
      `${entries} catatan seperti ketika dimeterai${waiting > 0 ? `, ${waiting} belum dimeterai` : ''}.`,
    ),
  recordsOf: (slug: string) =>
    words(`records of ${slug}`, `registros de ${slug}`, `registros de ${slug}`, `rekod ${slug}`),
  recordsChecked: (records: number, faults: number) =>
    words(
      `${records} records, ${faults} faults.`,
      `${records} registros, ${faults} fallos.`,
      `${records} registros, ${faults} falhas.`,
      `${records} rekod, ${faults} kerosakan.`,
    ),

  serverHoldsAll: words(
    'A backup of the server holds every workspace. Add --rows for that of one.',
    'Una copia del servidor tiene todos los espacios. Añada --rows para la de uno.',
    'Uma cópia do servidor tem todos os espaços. Acrescente --rows para a de um só.',
    'Sandaran pelayan mengandungi semua ruang kerja. Tambah --rows untuk satu sahaja.',
  ),
  wroteBackup: (file: string, speed: string, size: string) =>
    words(
      `Wrote ${file} and read it back whole: ${speed}, ${size} MB on disk.`,
      `Se escribió ${file} y se releyó entero: ${speed}, ${size} MB en disco.`,
      `${file} foi gravado e relido inteiro: ${speed}, ${size} MB em disco.`,
      `${file} ditulis dan dibaca semula sepenuhnya: ${speed}, ${size} MB pada cakera.`,
    ),
  leftOut: (tables: string) =>
    words(`Left out: ${tables}.`, `Quedó fuera: ${tables}.`, `Ficou de fora: ${tables}.`, `Ditinggalkan: ${tables}.`),
  keepSecret: (place: string) =>
    words(
      `Keep ${place} too, apart from the backup: without it the backup can't be restored.`,
      `Guarde también ${place}, aparte de la copia: sin él no se puede restaurar.`,
      `Guarde também ${place}, separado da cópia: sem ele não é possível restaurá-la.`,
      `Simpan ${place} juga, berasingan daripada sandaran: tanpanya sandaran tidak boleh dipulihkan.`,
    ),
  speed: (size: string, seconds: string, rate: string) =>
    words(
      `${size} MB in ${seconds} s, ${rate} MB/s`,
      `${size} MB en ${seconds} s, ${rate} MB/s`,
      `${size} MB em ${seconds} s, ${rate} MB/s`,
      `${size} MB dalam ${seconds} s, ${rate} MB/s`,
    ),
  noSecret: (place: string) =>
    words(
      `There is no secret yet. Put the secret that was kept beside the backup into ${place}.`,
      `Todavía no hay secreto. Ponga en ${place} el secreto que se guardó con la copia.`,
      `Ainda não há segredo. Ponha em ${place} o segredo guardado com a cópia.`,
      `Belum ada rahsia. Letakkan rahsia yang disimpan bersama sandaran ke dalam ${place}.`,
    ),
  otherSecret: (theirs: string, ours: string, place: string) =>
    words(
      `The backup was made under another secret (${theirs}, not ${ours}). Put the secret that was kept beside the backup into ${place}.`,
      `La copia se hizo con otro secreto (${theirs}, no ${ours}). Ponga en ${place} el secreto que se guardó con la copia.`,
      `A cópia foi feita com outro segredo (${theirs}, não ${ours}). Ponha em ${place} o segredo guardado com a cópia.`,
      `Sandaran dibuat di bawah rahsia lain (${theirs}, bukan ${ours}). Letakkan rahsia yang disimpan bersama sandaran ke dalam ${place}.`,
    ),
  runsHere: (pid: number) =>
    words(
      `Holdfast runs on this folder (process ${pid}). A backup is only restored into an empty one.`,
      `Holdfast está en marcha en esta carpeta (proceso ${pid}). Una copia solo se restaura en una vacía.`,
      `O Holdfast está rodando nesta pasta (processo ${pid}). Uma cópia só é restaurada em uma vazia.`,
      `Holdfast berjalan pada folder ini (proses ${pid}). Sandaran hanya dipulihkan ke folder kosong.`,
    ),
  restored: (file: string, at: string, speed: string, workspaces: string) =>
    words(
      `Restored ${file} of ${at} (${speed}). Workspaces: ${workspaces}.`,
      `Restaurado ${file} del ${at} (${speed}). Espacios: ${workspaces}.`,
      `${file} de ${at} restaurado (${speed}). Espaços: ${workspaces}.`,
      `${file} bertarikh ${at} dipulihkan (${speed}). Ruang kerja: ${workspaces}.`,
    ),
  notEmbedded: words(
    'A backup of a whole server becomes a server of our own: unset DATABASE_URL.',
    'La copia de un servidor entero se vuelve un servidor propio: quite DATABASE_URL.',
    'A cópia de um servidor inteiro vira um servidor próprio: remova DATABASE_URL.',
    'Sandaran satu pelayan penuh menjadi pelayan kami sendiri: buang DATABASE_URL.',
  ),
}
