import type { WorkspaceId } from '../platform/index.ts'

/**
 * Who asks or changes. Always the first argument of the door; a program is an actor too and says why it acts.
 * `operator` is whoever runs commands on the machine itself and already holds its files.
 */
export type Actor =
  | { kind: 'user'; workspace: WorkspaceId; id: string; via: Via; because?: string }
  | { kind: 'key'; workspace: WorkspaceId; id: string; via: Via; because?: string }
  | { kind: 'operator'; workspace: WorkspaceId; id: string; via: Via; because?: string }
  | { kind: 'job'; workspace: WorkspaceId; id: string; via: Via; because: string }

export type Via = 'web' | 'api' | 'cli' | 'import' | 'job'
