import type { Document } from '../bson/document';
import type { Engine } from '../engine';
import { CommandError } from '../errors';
import { aggregateCommand } from './aggregate';
import * as collections from './collections';
import { countCommand, distinctCommand } from './count';
import { deleteCommand } from './delete';
import { explainCommand } from './explain';
import { findAndModifyCommand } from './find-and-modify';
import { findCommand, getMoreCommand, killCursorsCommand } from './find';
import * as handshake from './handshake';
import * as indexes from './indexes';
import { insertCommand } from './insert';
import { CommandRequest } from './request';
import { updateCommand } from './update';

type Command = (engine: Engine, request: CommandRequest) => Document | Promise<Document>;

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>(Object.entries({
  hello: handshake.helloCommand, isMaster: handshake.helloCommand, ismaster: handshake.helloCommand, ping: handshake.sessionCommand,
  buildInfo: handshake.buildInfoCommand, buildinfo: handshake.buildInfoCommand, hostInfo: handshake.hostInfoCommand,
  connectionStatus: handshake.connectionStatusCommand, getParameter: handshake.getParameterCommand, getLog: handshake.getLogCommand,
  getCmdLineOpts: handshake.getCmdLineOptsCommand, whatsmyuri: handshake.whatsMyUriCommand, serverStatus: handshake.serverStatusCommand,
  startSession: handshake.startSessionCommand, endSessions: handshake.sessionCommand, refreshSessions: handshake.sessionCommand,
  killSessions: handshake.sessionCommand, logout: handshake.sessionCommand,
  find: findCommand, getMore: getMoreCommand, killCursors: killCursorsCommand, count: countCommand, distinct: distinctCommand,
  aggregate: aggregateCommand, explain: explainCommand,
  insert: insertCommand, update: updateCommand, delete: deleteCommand, findAndModify: findAndModifyCommand, findandmodify: findAndModifyCommand,
  createIndexes: indexes.createIndexesCommand, listIndexes: indexes.listIndexesCommand, dropIndexes: indexes.dropIndexesCommand,
  deleteIndexes: indexes.dropIndexesCommand, collMod: indexes.collModCommand,
  listCollections: collections.listCollectionsCommand, create: collections.createCommand, drop: collections.dropCommand,
  dropDatabase: collections.dropDatabaseCommand, renameCollection: collections.renameCollectionCommand,
  listDatabases: collections.listDatabasesCommand, collStats: collections.collStatsCommand, dbStats: collections.dbStatsCommand,
  dbstats: collections.dbStatsCommand,
}));

/** Commands of MongoDB that need what a standalone server has not, or that are refused for what they would do. */
const TRANSACTION_COMMANDS = new Set(['commitTransaction', 'abortTransaction']);

/** Commands that a client sends to the database `admin` alone. */
const ADMIN_COMMANDS = new Set(['renameCollection', 'listDatabases']);

/** Runs one command. Never rejects: a failure is an answer with `ok: 0`. */
export async function runCommand(engine: Engine, body: Document, connectionId: number): Promise<Document> {
  try {
    const request = new CommandRequest(body, connectionId);
    const command = COMMANDS.get(request.name);
    if (TRANSACTION_COMMANDS.has(request.name)) throw new CommandError('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos');
    if (command === undefined) throw new CommandError('CommandNotFound', `no such command: '${request.name}'`);
    if (ADMIN_COMMANDS.has(request.name) && request.database !== 'admin') throw new CommandError('Unauthorized', `${request.name} may only be run against the admin database.`);
    engine.operations.command += 1;
    return { ...(await command(engine, request)), ok: 1 };
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): Document {
  if (error instanceof CommandError) {
    return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.details };
  }
  return { ok: 0, errmsg: error instanceof Error ? error.message : String(error), code: 1, codeName: 'InternalError' };
}
