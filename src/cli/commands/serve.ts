import { mkdirSync } from 'node:fs'
import type { Holdfast } from '../../holdfast.ts'
import { openHoldfast } from '../../holdfast.ts'
import { type Config, giveBackMemory, readConfig } from '../../platform/index.ts'
import { type Call, type Command, Refused } from '../command.ts'
import { demoPassword, demoWorkspace, isLoaded, loadDemo } from '../load-demo.ts'
import { type Serving, startServing } from '../serving.ts'
import { pairs } from '../table.ts'
import { untilStopped } from '../until-stopped.ts'

export const command: Command = {
  usage: ['serve [--demo] [--port N]'],
  describe:
    'Starts Holdfast: the web application, the API and the background work, with its own database where DATABASE_URL names none. Runs until it is stopped (Ctrl-C), finishing what is under way; a second Ctrl-C ends it at once.',
  options: {
    port: { value: 'N', describe: 'The port to listen on (4100 where neither this nor PORT says).' },
    demo: { describe: 'On a new installation, load the demo company first.' },
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
      call.out.note(`Stopping (${signal}): finishing what is under way. Once more to end at once.`)
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
  if (refused.length > 0)
    throw new Refused('demo_incomplete', `The demo was not taken in whole: ${refused.slice(0, 5).join('; ')}`)
}

type At = { url: string; mail: { domain: string; port: number } | null }

async function welcome(call: Call, { admin, config }: Holdfast, { url, mail }: At): Promise<void> {
  const workspaces = await admin.workspaces()
  const { demoPeople } = await import('../../demo/index.ts')
  const signIn = await demoIn({ admin })
  const posted = mail && { domain: mail.domain, port: mail.port }
  await call.out.answer({ url, pid: process.pid, folder: config.folder, demo: signIn, mail: posted }, () => {
    const post = posted ? `\nMail to ${posted.domain} is received on port ${posted.port}` : ''
    const where = `Holdfast is at ${call.out.style('bold', url)}${post}`
    if (workspaces.length === 0)
      return `${where}\nThere is no workspace yet: holdfast workspaces create NAME, then holdfast users add EMAIL.`
    if (!signIn) return `${where}\nLet people in with: holdfast users add EMAIL --name NAME --role ROLE --password -`
    const isFirst = (role: string, i: number) => demoPeople.findIndex((each) => each.role === role) === i
    const one = demoPeople.filter((person, i) => isFirst(person.role, i))
    const people = one.map(({ email, role }) => [`  ${email}`, role.replaceAll('_', ' ')] as const)
    return `${where}\nSign in to the demo with the password ${demoPassword} as:\n${pairs(call.out, people)}`
  })
}

/** Who may sign in to the demo, where this installation has it. */
async function demoIn({ admin }: Pick<Holdfast, 'admin'>) {
  const workspaces = await admin.workspaces()
  if (!workspaces.some((each) => each.slug === demoWorkspace)) return null
  const { demoPeople } = await import('../../demo/index.ts')
  return { password: demoPassword, people: demoPeople }
}
