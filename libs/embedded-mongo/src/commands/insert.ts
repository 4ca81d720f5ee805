import type { Document } from '../bson/document';
import type { Engine } from '../engine';
import type { CommandRequest } from './request';
import { runBatch } from './write-errors';

/** `insert`. */
export function insertCommand(engine: Engine, request: CommandRequest): Promise<Document> {
  request.accept('documents', 'ordered', 'bypassDocumentValidation');
  const documents = request.typedDocuments('documents');
  const ordered = request.flag('ordered', true);
  const { database, collection: name } = request;
  return engine.store.write(() => {
    const collection = engine.catalog.ensure(database, name);
    let inserted = 0;
    const errors = runBatch(documents.length, ordered, (index) => {
      collection.insert(documents[index] ?? {});
      inserted += 1;
    });
    engine.operations.insert += inserted;
    return { n: inserted, ...errors };
  });
}
