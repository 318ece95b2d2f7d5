import { mkdirSync } from 'node:fs'
import { words } from '../../../dictionary/words.ts'
import type { Holdfast } from '../../holdfast.ts'
import { openHoldfast } from '../../holdfast.ts'
import { type Config, giveBackMemory, readConfig, told } from '../../platform/index.ts'
import { type Call, type Command, Refused } from '../command.ts'
import { demoPassword, demoWorkspace, isLoaded, loadDemo } from '../load-demo.ts'
import { type Serving, startServing } from '../serving.ts'
import { pairs } from '../table.ts'
import { untilStopped } from '../until-stopped.ts'
import { says } from '../words/upkeep.ts'

export const command: Command = {
  usage: ['serve [--demo] [--port N]'],
  describe: words(
    'Starts Holdfast: the web application, the API and the background work, with its own database where DATABASE_URL names none. Runs until it is stopped (Ctrl-C), finishing what is under way; a second Ctrl-C ends it at once.',
    'Arranca Holdfast: la aplicación web, la API y el trabajo de fondo, con su propia base de datos si DATABASE_URL no nombra ninguna. Sigue hasta que se detiene (Ctrl-C), terminando lo que está en curso; un segundo Ctrl-C lo acaba ya.',
    'Inicia o Holdfast: a aplicação web, a API e o trabalho de fundo, com banco de dados próprio se DATABASE_URL não indicar nenhum. Roda até ser parado (Ctrl-C), terminando o que está em curso; um segundo Ctrl-C encerra já.',
    'Memulakan Holdfast: aplikasi web, API dan kerja latar, dengan pangkalan data sendiri jika DATABASE_URL tidak menamakan satu. Berjalan hingga dihentikan (Ctrl-C), menghabiskan apa yang sedang berjalan; Ctrl-C kedua menamatkannya serta-merta.',
  ),
  options: {
    port: {
      value: 'N',
      describe: words(
        'The port to listen on (4100 where neither this nor PORT says).',
        'El puerto en que escucha (4100 si ni esto ni PORT lo dicen).',
        'A porta em que escuta (4100 se nem isto nem PORT disserem).',
        'Port untuk mendengar (4100 jika ini dan PORT tidak menyatakan).',
      ),
    },
    demo: {
      describe: words(
        'On a new installation, load the demo company first.',
        'En una instalación nueva, cargar antes la empresa de demostración.',
        'Em uma instalação nova, carregar antes a empresa de demonstração.',
        'Pada pemasangan baharu, muatkan syarikat demo dahulu.',
      ),
    },
  },
  words: { least: 0, most: 0 },
  examples: ['holdfast serve --demo', 'HOLDFAST_DATA=/var/lib/holdfast PORT=80 HOST=0.0.0.0 holdfast serve'],
  async run(call) {
    const port = call.wholeNumber('port', { least: 0, most: 65_535 })
    const config: Config = { ...readConfig(call.env), ...(port === undefined ? {} : { port }) }
    mkdirSync(config.folder, { recursive: true, mode: 0o755 }) // passable: under root, PostgreSQL runs as another user
    const serving = startServing(config.folder)
    try {
      const holdfast = await openHoldfast(config)
      try {
        await serveUntilStopped(call, holdfast, serving)
      } finally {
        await holdfast.close()
      }
    } finally {
      serving.end()
    }
    return 0
  },
}

async function serveUntilStopped(call: Call, holdfast: Holdfast, serving: Serving): Promise<void> {
  const { readHttpOptions, serve } = await import('../../http/index.ts')
  if (call.has('demo')) await loadFirstDemo(call, holdfast)
  const demo = call.has('demo') ? await demoIn(holdfast) : null
  const server = await serve(holdfast, { ...readHttpOptions(call.env), demo })
  try {
    const { startWorker } = await import('../../worker/index.ts')
    const worker = call.env['HOLDFAST_WORKER'] === 'off' ? null : await startWorker(holdfast)
    const memory = giveBackMemory(holdfast)
    const mail = await startMail(holdfast)
    try {
      serving.announce(server.url)
      await welcome(call, holdfast, { url: server.url, mail })
      const signal = await untilStopped()
      call.out.note(told(says.stopping(signal)))
    } finally {
      await mail?.stop()
      await memory.stop()
      await worker?.stop()
    }
  } finally {
    await server.stop()
  }
}

/** Loaded only where mail is received. */
async function startMail(holdfast: Holdfast) {
  if (holdfast.config.mail?.port == null) return null
  const { receiveMail } = await import('../../mail/index.ts')
  return receiveMail(holdfast)
}

/** On an installation without any workspace, or one whose demo was interrupted. */
async function loadFirstDemo(call: Call, holdfast: Holdfast): Promise<void> {
  const workspaces = await holdfast.admin.workspaces()
  const demo = workspaces.find((each) => each.slug === demoWorkspace)
  if (demo ? await isLoaded(holdfast, demo) : workspaces.length > 0) return
  const { refused } = await loadDemo(holdfast, { slug: demoWorkspace, seed: 1, accounts: 400, say: call.out.progress })
  if (refused.length > 0) throw new Refused('demo_incomplete', told(says.demoNotWhole(refused.slice(0, 5).join('; '))))
}

type At = { url: string; mail: { domain: string; port: number } | null }

async function welcome(call: Call, { admin, config }: Holdfast, { url, mail }: At): Promise<void> {
  const workspaces = await admin.workspaces()
  const { demoPeople } = await import('../../demo/index.ts')
  const signIn = await demoIn({ admin })
  const posted = mail && { domain: mail.domain, port: mail.port }
  await call.out.answer({ url, pid: process.pid, folder: config.folder, demo: signIn, mail: posted }, () => {
    const post = posted ? `\n${told(says.mailOn(posted.domain, posted.port))}` : ''
    const where = `${told(says.holdfastAt(call.out.style('bold', url)))}${post}`
    if (workspaces.length === 0) return `${where}\n${told(says.noWorkspaceYet)}`
    if (!signIn) return `${where}\n${told(says.letPeopleIn)}`
    const isFirst = (role: string, i: number) => demoPeople.findIndex((each) => each.role === role) === i
    const one = demoPeople.filter((person, i) => isFirst(person.role, i))
    const people = one.map(({ email, role }) => [`  ${email}`, role.replaceAll('_', ' ')] as const)
    return `${where}\n${told(says.signInToDemo(demoPassword))}\n${pairs(call.out, people)}`
  })
}

/** Who may sign in to the demo, where this installation has it. */
async function demoIn({ admin }: Pick<Holdfast, 'admin'>) {
  const workspaces = await admin.workspaces()
  if (!workspaces.some((each) => each.slug === demoWorkspace)) return null
  const { demoPeople } = await import('../../demo/index.ts')
  return { password: demoPassword, people: demoPeople }
}
