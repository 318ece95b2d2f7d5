export type { Clock } from './clock.ts'
export { fixedClock, systemClock } from './clock.ts'
export { passingBy } from './collect.ts'
export { type Config, type MailConfig, readConfig } from './config.ts'
export { type ByteRow, lengthAt, textOf } from './database/byte-rows.ts'
export type { Roles } from './database/ensure-roles.ts'
export { listOf } from './database/lists.ts'
export { type Migration, migrate, readMigrations } from './database/migrate.ts'
export { migrateJobs } from './database/migrate-jobs.ts'
export { asOwner } from './database/owner.ts'
export { type Client, createPool, type Pool } from './database/pool.ts'
export { rolesOf, urlAs } from './database/roles.ts'
export { type ColumnOf, namesOf, rowSource } from './database/rows.ts'
export {
  empty,
  type Given,
  ident,
  inOneStatement,
  inTexts,
  join,
  late,
  preparedFor,
  quoted,
  raw,
  type Sql,
  type SqlFragment,
  sql,
  statement,
  type Template,
  template,
} from './database/sql.ts'
export { inOneTrip, type Row, type Rows, rehearse, type TransactOptions, type Tx, transact } from './database/tenant.ts'
export { catalogue, type DetailsOf, type FailureCode } from './failures/catalogue.ts'
export { type Condition, conditionNamed, type Deed } from './failures/deeds.ts'
export { asFailure, Failure } from './failures/failure.ts'
export { type Fault, fault, faultOf, saidInAll } from './failures/fault.ts'
export { fitted, otherwise, placed, shapeOf } from './failures/shape.ts'
export { inTheirWords, speakIn, spoken, type Told, told } from './failures/spoken.ts'
export { Unusable } from './failures/unusable.ts'
export { type VerdictCode, verdicts } from './failures/verdicts.ts'
export {
  type ActId,
  createIds,
  floorOfTime,
  type Id,
  type Ids,
  isId,
  momentOfId,
  type RecordId,
  type UserId,
  type WorkspaceId,
} from './ids.ts'
export { createLog, type Log, silentLog } from './log.ts'
export { giveBackMemory } from './memory.ts'
export { piecesOf } from './pieces.ts'
export { type Repeated, repeat } from './repeat.ts'
export { openSecret, type Secret } from './secret.ts'
export { sparingly } from './sparing.ts'
