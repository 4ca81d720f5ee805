import type { Collation } from '../bson/collation';
import { copyValue, decode, type Document, encode, fieldsOf, isArray, isDocument, toPlain, toPlainDocument } from '../bson/document';
import { compareValues } from '../bson/order';
import { CommandError } from '../errors';
import { runPipeline } from '../aggregation/run-pipeline';
import { ownField } from '../bson/document';

const STAGES = ['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith'];

/** An update by pipeline. The argument of the result is typed and stays as it is. */
export function parsePipeline(pipeline: readonly unknown[], collation: Collation | undefined, variables: Document | undefined): (document: Document) => Document {
  const stages = pipeline.map((stage) => {
    const [name, ...more] = isDocument(stage) ? Object.keys(stage) : [];
    if (!isDocument(stage) || name === undefined || more.length > 0) throw new CommandError('Location40323', 'A pipeline stage specification object must contain exactly one field.');
    if (!STAGES.includes(name)) throw new CommandError('InvalidOptions', `${name} is not allowed to be used within an update`);
    return toPlainDocument(stage);
  });
  return (document) => {
    const [changed] = runPipeline([toPlainDocument(document)], stages, { collation, variables });
    const stored = decode(encode(changed ?? {}), 'typed');
    return keepTypes(document, stored);
  };
}

/** Values that are what they were keep their BSON type, which the pipeline's plain numbers do not tell. */
function keepTypes(before: Document, after: Document): Document {
  return Object.fromEntries(fieldsOf(after).map(([name, value]) => [name, keepType(ownField(before, name), value)]));
}

function keepType(before: unknown, after: unknown): unknown {
  if (isDocument(before) && isDocument(after)) return keepTypes(before, after);
  if (isArray(before) && isArray(after)) return after.map((value, index) => keepType(before[index], value));
  const same = before !== undefined && compareValues(toPlain(before), toPlain(after)) === 0;
  return same ? copyValue(before) : after;
}
