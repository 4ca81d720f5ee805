import type { Document } from '../bson/document';
import type { Engine } from '../engine';
import { CommandError } from '../errors';
import { compileFilter } from '../query/filter';
import { compileProjection } from '../query/projection';
import { parseSort } from '../query/sort';
import { expressionEvaluator } from '../read';
import { parseUpdate } from '../update/update-specification';
import { remove, update, type UpdateResult, type WriteTarget } from '../write';
import type { CommandRequest } from './request';
import { arrayFiltersOf } from './statement';

const FIELDS = [
  'query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'arrayFilters', 'hint', 'collation', 'let', 'bypassDocumentValidation', 'ordered',
];

/** `findAndModify`. */
export function findAndModifyCommand(engine: Engine, request: CommandRequest): Promise<Document> {
  request.accept(...FIELDS);
  const removing = request.flag('remove');
  const upsert = request.flag('upsert');
  const wantsNew = request.flag('new');
  const { update: change } = request.body;
  checkOptions(removing, change !== undefined, upsert, wantsNew);
  const { collation, variables, database, collection: name } = request;
  const target: WriteTarget = {
    filter: compileFilter(request.document('query'), { collation, variables }),
    sort: parseSort(request.optionalDocument('sort')),
    hint: request.hint,
    limit: 1,
  };
  const project = compileProjection(request.document('fields'), expressionEvaluator(target.filter, variables), target.filter);
  const shown = (document: Document | undefined): Document | null => (document === undefined ? null : (project?.(document) ?? document));
  const specification = removing ? undefined : parseUpdate(change, { arrayFilters: arrayFiltersOf(request.body['arrayFilters']), collation, variables });
  return engine.store.write(() => {
    const collection = upsert ? engine.catalog.ensure(database, name) : engine.catalog.find(database, name);
    if (collection === undefined) return answer(0, {}, null);
    if (specification === undefined) {
      const [removed] = remove(engine, collection, target);
      return answer(removed === undefined ? 0 : 1, {}, shown(removed));
    }
    const result = update(engine, collection, target, specification, upsert);
    return answer(result.matched || Number(result.upserted !== undefined), updateDetails(result), shown(wantsNew ? result.after : result.before));
  });
}

function checkOptions(removing: boolean, updating: boolean, upsert: boolean, wantsNew: boolean): void {
  if (removing === updating) throw new CommandError('FailedToParse', removing ? "Cannot specify both an update and remove=true" : "Either an update or remove=true must be specified");
  if (removing && upsert) throw new CommandError('FailedToParse', "Cannot specify both upsert=true and remove=true ");
  if (removing && wantsNew) throw new CommandError('FailedToParse', "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document");
}


function updateDetails({ matched, upserted }: UpdateResult): Document {
  return { updatedExisting: matched > 0, ...(upserted !== undefined && { upserted: upserted['_id'] }) };
}

function answer(n: number, details: Document, value: Document | null): Document {
  return { lastErrorObject: { n, ...details }, value };
}
