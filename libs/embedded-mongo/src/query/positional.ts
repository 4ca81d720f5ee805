import { copyValue, type Document, isArray, isDocument, ownField } from '../bson/document';
import { compileFilter, type Filter } from './filter';
import { conjunctionOf } from './predicates';

/**
 * The position of the first element, of the array at `path`, by which a document matches a query: what `$` stands for.
 * Undefined where the query says nothing of the array.
 */
export function matchedElement(document: Document, path: string, filter: Filter): number | undefined {
  const fields = path.split('.');
  const array = fields.reduce<unknown>((value, field) => (isDocument(value) ? ownField(value, field) : undefined), document);
  if (!isArray(array)) return undefined;
  const tests = conditionsOn(filter.source, path).map((source) => compileFilter(source, { collation: filter.collation }));
  for (const test of tests.toReversed()) {
    const index = array.findIndex((element) => test.matches(withValue(document, fields, [element])));
    if (index >= 0) return index;
  }
  return undefined;
}

/** The parts of a query that speak of the array or of what lies in it, `$or` included. */
function conditionsOn(source: Document, path: string): Document[] {
  const { predicates, alternatives } = conjunctionOf(source);
  const direct = predicates
    .filter((predicate) => predicate.path === path || predicate.path.startsWith(`${path}.`))
    .map(({ path: at, operator, operand }) => raw(at, operator, operand));
  return [...direct, ...alternatives.flat().flatMap((branch) => conditionsOn(branch, path))];
}

/** A normalized condition in the form that is compiled again. */
function raw(path: string, operator: string, operand: unknown): Document {
  return { [path]: rawCondition(operator, operand) };
}

function rawCondition(operator: string, operand: unknown): Document {
  if (operator === '$elemMatch' && isDocument(operand)) return { $elemMatch: operand['$query'] ?? operand['$value'] };
  if (operator !== '$all' || !isArray(operand)) return { [operator]: operand };
  return { $all: operand.map((item) => (isDocument(item) && '$eq' in item ? item['$eq'] : rawCondition('$elemMatch', isDocument(item) ? item['$elemMatch'] : {}))) };
}

function withValue(document: Document, path: readonly string[], value: unknown): Document {
  const copy: Document = { ...document };
  const [field, ...rest] = path;
  if (field === undefined) return copy;
  const inner = copy[field];
  copy[field] = rest.length === 0 ? value : withValue(isDocument(inner) ? copyValue(inner) : {}, rest, value);
  return copy;
}
