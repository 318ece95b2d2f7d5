// The server's settings go on its command line: what runs is what Holdfast asked for, whatever a person or a restored
// backup left in postgresql.conf. Tuned for a small machine.

/** Arguments for `postgres`; `chosen` wins over the defaults, but not over what keeps the server private and watched. */
export function serverArguments(o: { port: number; logs: string; chosen: Record<string, string> }): string[] {
  const settings = { ...defaults, ...o.chosen, ...fixed, port: String(o.port), log_directory: o.logs }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const defaults = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_connections: '100',
  // Off would lose acknowledged writes in a crash.
  synchronous_commit: 'on',
  // Backups are taken over the replication protocol.
  wal_level: 'replica',
  max_wal_senders: '4',
  // With pglz, the one way that comes with it, the first touch of a page after a checkpoint costs five times as much (082).
  wal_compression: 'off',
  max_wal_size: '2GB',
  checkpoint_timeout: '10min',
  // A workspace that has just come in is planned for as if it were empty until it has been looked at.
  autovacuum_naptime: '15s',
  checkpoint_completion_target: '0.9',
  random_page_cost: '1.1',
  // Nobody reads in `ps` which statement a connection is at, and writing it there costs each statement.
  update_process_title: 'off',
  // Compiling pays only for queries far longer than ours.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
}

const fixed = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // A file per weekday, begun anew each week.
  logging_collector: 'on',
  log_destination: 'stderr',
  log_filename: 'server-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  // Statements and the details of errors hold customers' data, which has no place in a log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}
