import type { Document } from '../bson/document';
import type { Engine } from '../engine';
import { remove } from '../write';
import type { CommandRequest } from './request';
import { parseDeleteStatement } from './statement';
import { runBatch } from './write-errors';

/** `delete`. */
export function deleteCommand(engine: Engine, request: CommandRequest): Promise<Document> {
  request.accept('deletes', 'ordered', 'let');
  const statements = request.typedDocuments('deletes');
  const { database, collection: name, variables } = request;
  return engine.store.write(() => {
    let deleted = 0;
    const errors = runBatch(statements.length, request.flag('ordered', true), (index) => {
      const { target } = parseDeleteStatement(statements[index] ?? {}, variables);
      const collection = engine.catalog.find(database, name);
      if (collection !== undefined) deleted += remove(engine, collection, target).length;
    });
    engine.operations.delete += deleted;
    return { n: deleted, ...errors };
  });
}
