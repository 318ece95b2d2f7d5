// Every command there is. Each is loaded only when it is called, so that `holdfast help` answers at once.
import type { Command } from '../command.ts'

type Entry = { summary: string; load(): Promise<{ command: Command }> }

export const commands: Readonly<Record<string, Entry>> = {
  serve: { summary: 'Start Holdfast here: web, API and background work.', load: () => import('./serve.ts') },
  worker: { summary: 'Run only the background work.', load: () => import('./worker.ts') },
  demo: { summary: 'Load a demo company to look around in.', load: () => import('./demo.ts') },
  import: { summary: 'Bring in files from other systems.', load: () => import('./import.ts') },
  imports: { summary: 'Imports step by step: map, preview, answer, run.', load: () => import('./imports.ts') },
  recurring: {
    summary: 'Files that come every so often, and whether they are late.',
    load: () => import('./recurring.ts'),
  },
  sources: { summary: 'Where data came from, import by import.', load: () => import('./sources.ts') },
  get: { summary: 'Show one record, and where each value came from.', load: () => import('./get.ts') },
  history: { summary: 'Show what happened to one record.', load: () => import('./history.ts') },
  duplicates: {
    summary: 'Find, review, merge and unmerge duplicates.',
    load: () => import('./duplicates.ts'),
  },
  handoffs: { summary: 'Hand customers from sales to customer success.', load: () => import('./handoffs.ts') },
  onboarding: { summary: 'How far new customers are set up.', load: () => import('./onboarding.ts') },
  log: { summary: 'Write down a call, meeting or e-mail.', load: () => import('./log.ts') },
  undo: { summary: 'Take a change set back.', load: () => import('./undo.ts') },
  ask: { summary: 'Ask a question, and get a table, CSV or JSON.', load: () => import('./ask.ts') },
  workspaces: { summary: 'List workspaces, or create one.', load: () => import('./workspaces.ts') },
  users: { summary: 'List who may enter, or add somebody.', load: () => import('./users.ts') },
  keys: { summary: 'API keys: list, create, revoke.', load: () => import('./keys.ts') },
  check: { summary: 'Verify schema, ledger and references.', load: () => import('./check.ts') },
  backup: { summary: 'Write a backup to one file.', load: () => import('./backup.ts') },
  restore: { summary: 'Restore a backup into an empty installation.', load: () => import('./restore.ts') },
  migrate: { summary: 'Bring the database schema up to date.', load: () => import('./migrate.ts') },
}
