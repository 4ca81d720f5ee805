import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deserialize, serialize } from 'bson';
import fc from 'fast-check';
import { MongoClient } from 'mongodb';
import { type EmbeddedMongo, startEmbeddedMongo } from '../index';
import { crc32c } from './crc32c';
import { OP_COMPRESSED, OP_MSG, OP_QUERY } from './message';

function frame(opCode: number, content: Uint8Array, length = 16 + content.length): Buffer {
  const header = Buffer.alloc(16);
  header.writeInt32LE(length);
  header.writeInt32LE(7, 4);
  header.writeInt32LE(opCode, 12);
  return Buffer.concat([header, content]);
}

function flagged(flags: number, ...sections: Uint8Array[]): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(flags);
  return Buffer.concat([bytes, ...sections]);
}

function bodySection(command: Record<string, unknown>): Buffer {
  return Buffer.concat([Buffer.from([0]), serialize({ ...command, $db: 'wire' })]);
}

function sequenceSection(name: string, documents: Record<string, unknown>[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map((document) => serialize(document))]);
  const size = Buffer.alloc(4);
  size.writeInt32LE(content.length + 4);
  return Buffer.concat([Buffer.from([1]), size, content]);
}

const PING = frame(OP_MSG, flagged(0, bodySection({ ping: 1 })));

describe('the wire', () => {
  let folder = '';
  let server: EmbeddedMongo;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embedded-mongo-'));
    server = await startEmbeddedMongo({ dataFolder: folder });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const connect = async (): Promise<Socket> => {
    const socket = createConnection(server.port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };
  const answerTo = async (bytes: Uint8Array): Promise<Record<string, unknown> | 'closed'> => {
    const socket = await connect();
    socket.write(bytes);
    const answer = await Promise.race([once(socket, 'data').then(([data]) => data as Buffer), once(socket, 'close').then(() => undefined)]);
    socket.destroy();
    if (answer === undefined) return 'closed';
    expect(answer.readInt32LE(8)).toBe(7);
    return deserialize(answer.subarray(answer.readInt32LE(12) === OP_MSG ? 21 : 36));
  };

  it('takes a checksum that is right and no other', async () => {
    const unchecked = frame(OP_MSG, flagged(1, bodySection({ ping: 1 }), Buffer.alloc(4)));
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE(crc32c(unchecked.subarray(0, -4)));
    expect(await answerTo(Buffer.concat([unchecked.subarray(0, -4), checksum]))).toEqual({ ok: 1 });
    expect(await answerTo(unchecked)).toBe('closed');
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
  });

  it('takes document sequences', async () => {
    const insert = frame(OP_MSG, flagged(0, bodySection({ insert: 'c' }), sequenceSection('documents', [{ _id: 1 }, { _id: 2 }])));
    expect(await answerTo(insert)).toEqual({ n: 2, ok: 1 });
  });

  it('answers the handshake in the old form', async () => {
    const query = Buffer.concat([Buffer.alloc(4), Buffer.from('admin.$cmd\0'), Buffer.from([0, 0, 0, 0, 255, 255, 255, 255]), serialize({ isMaster: 1 })]);
    expect(await answerTo(frame(OP_QUERY, query))).toMatchObject({ ismaster: true, ok: 1 });
  });

  it('sends nothing for an unacknowledged write, and does it', async () => {
    const socket = await connect();
    socket.write(frame(OP_MSG, flagged(2, bodySection({ insert: 'quiet', documents: [{ _id: 1 }] }))));
    socket.write(frame(OP_MSG, flagged(0, bodySection({ count: 'quiet' }))));
    const [data] = await once(socket, 'data') as [Buffer];
    expect(deserialize(data.subarray(21))).toEqual({ n: 1, ok: 1 });
    socket.destroy();
  });

  it('puts messages together that arrive byte by byte, and takes two at once', async () => {
    const socket = await connect();
    for (const byte of PING) socket.write(Buffer.from([byte]));
    await once(socket, 'data');
    socket.write(Buffer.concat([PING, PING]));
    let received = 0;
    while (received < 2) {
      const [data] = await once(socket, 'data') as [Buffer];
      for (let offset = 0; offset < data.length; offset += data.readInt32LE(offset)) received += 1;
    }
    socket.destroy();
  });

  it.each([
    ['an impossible length', frame(OP_MSG, Buffer.alloc(8), 5)],
    ['a length over the limit', frame(OP_MSG, Buffer.alloc(8), 48_000_001)],
    ['a negative length', frame(OP_MSG, Buffer.alloc(8), -1)],
    ['an unknown operation', frame(1234, Buffer.alloc(8))],
    ['compression', frame(OP_COMPRESSED, Buffer.alloc(32))],
    ['unknown required flags', frame(OP_MSG, flagged(4, bodySection({ ping: 1 })))],
    ['no body', frame(OP_MSG, flagged(0))],
    ['a section that exceeds its message', frame(OP_MSG, flagged(0, Buffer.from([0, 255, 0, 0, 0])))],
  ])('closes the connection on %s', async (_name, bytes) => {
    expect(await answerTo(bytes)).toBe('closed');
  });

  it('refuses transactions as a standalone server does', async () => {
    const find = { find: 'c', startTransaction: true, autocommit: false };
    expect(await answerTo(frame(OP_MSG, flagged(0, bodySection(find))))).toMatchObject({ ok: 0, code: 20, codeName: 'IllegalOperation' });
  });

  it('survives any bytes', async () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => frame(OP_MSG, bytes)),
      fc.tuple(fc.nat(PING.length - 1), fc.nat(255)).map(([at, byte]) => Buffer.from(PING).fill(byte, at, at + 1)),
    );
    await fc.assert(fc.asyncProperty(noise, async (bytes) => {
      const socket = await connect();
      socket.on('error', () => undefined);
      socket.end(bytes);
      socket.resume();
      await once(socket, 'close');
    }), { numRuns: 150 });
    expect(await answerTo(PING)).toEqual({ ok: 1 });
  });

  it('answers what has arrived before it closes', async () => {
    const other = await mkdtemp(join(tmpdir(), 'embedded-mongo-'));
    const short = await startEmbeddedMongo({ dataFolder: other });
    const client = await MongoClient.connect(short.uri);
    const writing = client.db('x').collection('c').insertOne({ a: 1 });
    await client.db('x').command({ ping: 1 });
    await short.close();
    await expect(writing).resolves.toMatchObject({ acknowledged: true });
    await client.close();
    await rm(other, { recursive: true, force: true });
  });
});
