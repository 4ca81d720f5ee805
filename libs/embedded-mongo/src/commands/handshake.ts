import { hostname, platform, release, totalmem, cpus } from 'node:os';
import { type Document, MAX_DOCUMENT_BYTES } from '../bson/document';
import type { Engine } from '../engine';
import { MAX_MESSAGE_BYTES } from '../wire/message';
import type { CommandRequest } from './request';
import { MAX_WRITE_BATCH } from './write-errors';

/** The MongoDB version whose behaviour the answers follow; drivers decide by the wire version, 21 for 7.0. */
export const VERSION = '7.0.0';
const MAX_WIRE_VERSION = 21;
const SESSION_TIMEOUT_MINUTES = 30;

/** `hello`, and `isMaster` of older clients. No replica set and no compression: drivers use neither retries nor transactions. */
export function helloCommand(_engine: Engine, request: CommandRequest): Document {
  const master = request.name === 'hello' ? { isWritablePrimary: true } : { ismaster: true, helloOk: true };
  return {
    ...master,
    topologyVersion: undefined,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: MAX_WRITE_BATCH,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: SESSION_TIMEOUT_MINUTES,
    connectionId: request.connectionId,
    minWireVersion: 0,
    maxWireVersion: MAX_WIRE_VERSION,
    readOnly: false,
  };
}

/** `buildInfo`. */
export function buildInfoCommand(): Document {
  return {
    version: VERSION, versionArray: [7, 0, 0, 0], gitVersion: 'embedded', modules: [], sysInfo: 'deprecated', javascriptEngine: 'none',
    bits: 64, debug: false, maxBsonObjectSize: MAX_DOCUMENT_BYTES, storageEngines: ['lmdb'], openssl: { running: 'disabled', compiled: 'disabled' },
    buildEnvironment: { target_arch: process.arch, target_os: platform() },
  };
}

/** `hostInfo`. */
export function hostInfoCommand(): Document {
  return {
    system: { currentTime: new Date(), hostname: hostname(), cpuAddrSize: 64, memSizeMB: Math.round(totalmem() / 2 ** 20), numCores: cpus().length, cpuArch: process.arch, numaEnabled: false },
    os: { type: platform(), name: platform(), version: release() },
    extra: {},
  };
}

/** `connectionStatus`: there are no users. */
export function connectionStatusCommand(): Document {
  return { authInfo: { authenticatedUsers: [], authenticatedUserRoles: [], authenticatedUserPrivileges: [] } };
}

/** `getParameter`: only what shells ask for on connecting. */
export function getParameterCommand(_engine: Engine, request: CommandRequest): Document {
  const known: Document = { featureCompatibilityVersion: { version: '7.0' } };
  if (request.body['getParameter'] === '*') return known;
  const asked = Object.keys(request.body).slice(1).filter((name) => name in known);
  return Object.fromEntries(asked.map((name) => [name, known[name]]));
}

/** `getLog`: there is none; shells show the start-up warnings. */
export function getLogCommand(): Document {
  return { totalLinesWritten: 0, log: [] };
}

/** `getCmdLineOpts`. */
export function getCmdLineOptsCommand(): Document {
  return { argv: ['embedded-mongo'], parsed: { net: { bindIp: '127.0.0.1' } } };
}

/** `whatsmyuri`. */
export function whatsMyUriCommand(): Document {
  return { you: '127.0.0.1:0' };
}

/** `serverStatus`: with `metrics.queryExecutor`, which tells how much reading scanned. */
export function serverStatusCommand(engine: Engine): Document {
  const uptime = (Date.now() - engine.startedAt.getTime()) / 1000;
  const { documentsExamined, keysExamined } = engine.examined;
  const memory = process.memoryUsage();
  return {
    host: hostname(), version: VERSION, process: 'embedded-mongo', pid: process.pid, uptime, uptimeMillis: uptime * 1000, localTime: new Date(),
    connections: { current: engine.connectionCount() },
    opcounters: { ...engine.operations },
    mem: { bits: 64, resident: Math.round(memory.rss / 2 ** 20), virtual: Math.round(memory.rss / 2 ** 20), supported: true },
    metrics: { cursor: { open: { total: engine.cursors.count } }, queryExecutor: { scanned: keysExamined, scannedObjects: documentsExamined } },
    storageEngine: { name: 'lmdb', supportsCommittedReads: true, persistent: true },
  };
}

/** Commands of sessions: a session here carries nothing that would have to be ended. */
export function sessionCommand(): Document {
  return {};
}

/** `startSession`. */
export function startSessionCommand(): Document {
  return { timeoutMinutes: SESSION_TIMEOUT_MINUTES };
}
