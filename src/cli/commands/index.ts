// Every command there is. Each is loaded only when it is called, so that `holdfast help` answers at once.
import { type Words, words } from '../../../dictionary/words.ts'
import type { Command } from '../command.ts'

type Entry = { summary: Words; load(): Promise<{ command: Command }> }

export const commands: Readonly<Record<string, Entry>> = {
  serve: {
    summary: words(
      'Start Holdfast here: web, API and background work.',
      'Arrancar Holdfast aquí: web, API y trabajo de fondo.',
      'Iniciar o Holdfast aqui: web, API e trabalho de fundo.',
      'Mulakan Holdfast di sini: web, API dan kerja latar.',
    ),
    load: () => import('./serve.ts'),
  },
  worker: {
    summary: words(
      'Run only the background work.',
      'Ejecutar solo el trabajo de fondo.',
      'Rodar só o trabalho de fundo.',
      'Jalankan kerja latar sahaja.',
    ),
    load: () => import('./worker.ts'),
  },
  demo: {
    summary: words(
      'Load a demo company to look around in.',
      'Cargar una empresa de demostración para explorar.',
      'Carregar uma empresa de demonstração para explorar.',
      'Muatkan syarikat demo untuk diterokai.',
    ),
    load: () => import('./demo.ts'),
  },
  import: {
    summary: words(
      'Bring in files from other systems.',
      'Traer archivos de otros sistemas.',
      'Trazer arquivos de outros sistemas.',
      'Bawa masuk fail daripada sistem lain.',
    ),
    load: () => import('./import.ts'),
  },
  imports: {
    summary: words(
      'Imports step by step: map, preview, answer, run.',
      'Importaciones paso a paso: asignar, previsualizar, responder, ejecutar.',
      'Importações passo a passo: mapear, pré-visualizar, responder, rodar.',
      'Import langkah demi langkah: petakan, pratonton, jawab, jalankan.',
    ),
    load: () => import('./imports.ts'),
  },
  recurring: {
    summary: words(
      'Files that come every so often, and whether they are late.',
      'Archivos que llegan cada cierto tiempo, y si se retrasan.',
      'Arquivos que chegam de tempos em tempos, e se estão atrasados.',
      'Fail yang tiba secara berkala, dan sama ada ia lewat.',
    ),
    load: () => import('./recurring.ts'),
  },
  sources: {
    summary: words(
      'Where data came from, import by import.',
      'De dónde vinieron los datos, importación por importación.',
      'De onde vieram os dados, importação por importação.',
      'Dari mana data datang, import demi import.',
    ),
    load: () => import('./sources.ts'),
  },
  get: {
    summary: words(
      'Show one record, and where each value came from.',
      'Mostrar un registro y de dónde viene cada valor.',
      'Mostrar um registro e de onde vem cada valor.',
      'Tunjukkan satu rekod, dan asal setiap nilai.',
    ),
    load: () => import('./get.ts'),
  },
  history: {
    summary: words(
      'Show what happened to one record.',
      'Mostrar qué le pasó a un registro.',
      'Mostrar o que aconteceu com um registro.',
      'Tunjukkan apa yang berlaku pada satu rekod.',
    ),
    load: () => import('./history.ts'),
  },
  duplicates: {
    summary: words(
      'Find, review, merge and unmerge duplicates.',
      'Buscar, revisar, fusionar y separar duplicados.',
      'Buscar, revisar, mesclar e separar duplicados.',
      'Cari, semak, gabung dan ceraikan pendua.',
    ),
    load: () => import('./duplicates.ts'),
  },
  handoffs: {
    summary: words(
      'Hand customers from sales to customer success.',
      'Traspasar clientes de ventas a customer success.',
      'Passar clientes de vendas para customer success.',
      'Serahkan pelanggan daripada jualan kepada customer success.',
    ),
    load: () => import('./handoffs.ts'),
  },
  onboarding: {
    summary: words(
      'How far new customers are set up.',
      'Cómo va la incorporación de clientes nuevos.',
      'Como vai o onboarding de clientes novos.',
      'Sejauh mana pelanggan baharu telah disediakan.',
    ),
    load: () => import('./onboarding.ts'),
  },
  log: {
    summary: words(
      'Write down a call, meeting or e-mail.',
      'Anotar una llamada, reunión o correo.',
      'Anotar uma ligação, reunião ou e-mail.',
      'Catat panggilan, mesyuarat atau e-mel.',
    ),
    load: () => import('./log.ts'),
  },
  undo: {
    summary: words(
      'Take a change set back.',
      'Deshacer un conjunto de cambios.',
      'Desfazer um conjunto de mudanças.',
      'Buat asal satu set perubahan.',
    ),
    load: () => import('./undo.ts'),
  },
  ask: {
    summary: words(
      'Ask a question, and get a table, CSV or JSON.',
      'Hacer una pregunta y obtener una tabla, CSV o JSON.',
      'Fazer uma pergunta e obter uma tabela, CSV ou JSON.',
      'Tanya soalan, dan dapatkan jadual, CSV atau JSON.',
    ),
    load: () => import('./ask.ts'),
  },
  workspaces: {
    summary: words(
      'List workspaces, or create one.',
      'Listar los espacios de trabajo o crear uno.',
      'Listar os espaços de trabalho ou criar um.',
      'Senaraikan ruang kerja, atau cipta satu.',
    ),
    load: () => import('./workspaces.ts'),
  },
  users: {
    summary: words(
      'List who may enter, or add somebody.',
      'Listar quién puede entrar o añadir a alguien.',
      'Listar quem pode entrar ou adicionar alguém.',
      'Senaraikan siapa boleh masuk, atau tambah seseorang.',
    ),
    load: () => import('./users.ts'),
  },
  keys: {
    summary: words(
      'API keys: list, create, revoke.',
      'Claves de API: listar, crear, revocar.',
      'Chaves de API: listar, criar, revogar.',
      'Kunci API: senarai, cipta, batal.',
    ),
    load: () => import('./keys.ts'),
  },
  check: {
    summary: words(
      'Verify schema, ledger and references.',
      'Verificar esquema, historial sellado y referencias.',
      'Verificar esquema, histórico selado e referências.',
      'Sahkan skema, lejar dan rujukan.',
    ),
    load: () => import('./check.ts'),
  },
  backup: {
    summary: words(
      'Write a backup to one file.',
      'Escribir una copia de seguridad en un archivo.',
      'Gravar uma cópia de segurança em um arquivo.',
      'Tulis sandaran ke dalam satu fail.',
    ),
    load: () => import('./backup.ts'),
  },
  restore: {
    summary: words(
      'Restore a backup into an empty installation.',
      'Restaurar una copia en una instalación vacía.',
      'Restaurar uma cópia em uma instalação vazia.',
      'Pulihkan sandaran ke pemasangan kosong.',
    ),
    load: () => import('./restore.ts'),
  },
  migrate: {
    summary: words(
      'Bring the database schema up to date.',
      'Poner al día el esquema de la base de datos.',
      'Atualizar o esquema do banco de dados.',
      'Kemas kini skema pangkalan data.',
    ),
    load: () => import('./migrate.ts'),
  },
}
