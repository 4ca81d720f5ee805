import type { Document } from '../bson/document';
import type { Engine } from '../engine';
import { update } from '../write';
import type { CommandRequest } from './request';
import { parseUpdateStatement } from './statement';
import { runBatch } from './write-errors';

/** `update`. */
export function updateCommand(engine: Engine, request: CommandRequest): Promise<Document> {
  request.accept('updates', 'ordered', 'bypassDocumentValidation', 'let');
  const statements = request.typedDocuments('updates');
  const { database, collection: name, variables } = request;
  return engine.store.write(() => {
    let matched = 0;
    let modified = 0;
    const upserted: Document[] = [];
    const errors = runBatch(statements.length, request.flag('ordered', true), (index) => {
      const { target, specification, upsert } = parseUpdateStatement(statements[index] ?? {}, variables);
      const collection = upsert ? engine.catalog.ensure(database, name) : engine.catalog.find(database, name);
      if (collection === undefined || specification === undefined) return;
      const result = update(engine, collection, target, specification, upsert);
      matched += result.matched;
      modified += result.modified;
      if (result.upserted !== undefined) upserted.push({ index, _id: result.upserted['_id'] });
    });
    engine.operations.update += statements.length;
    return { n: matched + upserted.length, nModified: modified, ...(upserted.length > 0 && { upserted }), ...errors };
  });
}
