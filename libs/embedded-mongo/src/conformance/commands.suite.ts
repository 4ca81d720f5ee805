import { describe, expect, it } from '@jest/globals';
import { type Document } from 'mongodb';
import { DatabaseUnderTest, failureOf, type ServerAddress } from './database-under-test';

export function describeCommands(address: ServerAddress): void {
  describe('commands', () => {
    const database = new DatabaseUnderTest(address);

    it.each<[string, Document]>([
      ['hello', { isWritablePrimary: true }],
      ['ping', { ok: 1 }],
      ['buildInfo', { ok: 1 }],
      ['connectionStatus', { ok: 1 }],
      ['dbStats', { ok: 1 }],
    ])('%s', async (name, expected) => {
      expect(await database.db.command({ [name]: 1 })).toMatchObject(expected);
    });

    it('serves what shells ask for', async () => {
      const admin = database.client.db('admin');
      for (const command of [{ hostInfo: 1 }, { getCmdLineOpts: 1 }, { getLog: 'startupWarnings' }, { serverStatus: 1 }, { whatsmyuri: 1 }, { getParameter: 1, featureCompatibilityVersion: 1 }]) {
        expect(await admin.command(command)).toMatchObject({ ok: 1 });
      }
    });

    it.each<[string, Document, Document]>([
      ['an unknown command', { noSuchCommand: 1 }, { code: 59, codeName: 'CommandNotFound' }],
      ['an unknown field', { find: 'x', foo: 1 }, { code: 40_415 }],
      ['a missing target of a rename', { collMod: 'none' }, { code: 26, codeName: 'NamespaceNotFound' }],
      ['a negative skip', { find: 'x', skip: -1 }, { code: 51_024 }],
      ['a negative limit', { find: 'x', limit: -1 }, { code: 51_024 }],
      ['a rename outside of admin', { renameCollection: 'a.b', to: 'a.c' }, { code: 13, codeName: 'Unauthorized' }],
      ['an insert into a system collection', { insert: 'system.foo', documents: [{ a: 1 }] }, { code: 73, codeName: 'InvalidNamespace' }],
      ['an insert into a name with $', { insert: 'a$b', documents: [{ a: 1 }] }, { code: 73, codeName: 'InvalidNamespace' }],
      ['a system collection to be made', { create: 'system.foo' }, { code: 73, codeName: 'InvalidNamespace' }],
    ])('answers %s with its error', async (_name, command, expected) => {
      expect(await failureOf(database.db.command(command))).toMatchObject(expected);
    });

    it('lists, renames and drops collections and databases', async () => {
      await database.collection.insertOne({ _id: 1 });
      const name = database.collection.collectionName;
      expect((await database.db.listCollections({ name }).toArray())[0]).toMatchObject({ name, type: 'collection', info: { readOnly: false, uuid: { sub_type: 4 } } });
      expect(await failureOf(database.db.createCollection(name))).toMatchObject({ code: 48 });
      await database.collection.rename(`${name}_moved`);
      expect(await database.db.collection(`${name}_moved`).countDocuments()).toBe(1);
      expect(await database.db.dropCollection(`${name}_moved`)).toBe(true);
      expect(await database.db.listCollections({ name: `${name}_moved` }, { nameOnly: true }).toArray()).toEqual([]);
      await database.collection.insertOne({ _id: 1 });
      const { databases } = await database.client.db('admin').admin().listDatabases({ nameOnly: true });
      expect(databases.map((each) => each.name)).toContain(database.db.databaseName);
    });

    it('sessions carry reads and writes', async () => {
      const session = database.client.startSession();
      await database.collection.insertOne({ _id: 1 }, { session });
      expect(await database.collection.findOne({ _id: 1 }, { session })).toEqual({ _id: 1 });
      await session.endSession();
    });

    it('takes read and write concerns', async () => {
      await database.collection.insertOne({ _id: 1 }, { writeConcern: { w: 'majority', journal: true } });
      expect(await database.collection.findOne({ _id: 1 }, { readConcern: { level: 'majority' } })).toEqual({ _id: 1 });
    });

    it('unacknowledged writes arrive', async () => {
      await database.collection.insertOne({ _id: 1 }, { writeConcern: { w: 0 } });
      await database.db.command({ ping: 1 });
      const found = await database.collection.find({ _id: 1 }).toArray();
      expect(found.length).toBeLessThanOrEqual(1);
    });

    it('changes the time to live of an index', async () => {
      await database.collection.createIndex({ at: 1 }, { expireAfterSeconds: 60 }, {});
      await database.db.command({ collMod: database.collection.collectionName, index: { keyPattern: { at: 1 }, expireAfterSeconds: 120 } });
      expect((await database.collection.indexes())[1]).toMatchObject({ expireAfterSeconds: 120 });
      expect(await failureOf(database.collection.createIndex({ a: 1, b: 1 }, { expireAfterSeconds: 60 }, {}))).toMatchObject({ code: 67 });
    });
  });
}
