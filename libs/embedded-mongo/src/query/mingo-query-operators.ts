import { Query } from 'mingo/query';
import type { AnyObject, Options } from 'mingo/types';
import type { Collation } from '../bson/collation';
import { type Document, isArray, isDocument } from '../bson/document';
import { anyLeafAt, anyValueAt } from '../bson/path';
import { CommandError } from '../errors';
import { type ValuePredicate, valuePredicate } from './value-tests';

type Operator = (selector: string, operand: unknown, options: Options) => (document: AnyObject) => boolean;

const OF_ANY_VALUE = ['$eq', '$gt', '$gte', '$lt', '$lte', '$in', '$regex', '$mod', '$type', '$bitsAllSet', '$bitsAnySet', '$bitsAllClear', '$bitsAnyClear'] as const;

/**
 * Query operators that replace mingo's, which know neither BSON's order of types nor its numeric types, and walk paths over arrays in
 * their own way. Logical operators and `$expr` remain mingo's.
 */
export function queryOperators(collation: Collation | undefined): Record<`$${string}`, Operator> {
  const ofAnyValue = Object.fromEntries(OF_ANY_VALUE.map((name) => [name, anyValue(name, collation)]));
  return {
    ...ofAnyValue,
    $ne: negated(anyValue('$eq', collation)),
    $nin: negated(anyValue('$in', collation)),
    $exists: (selector, operand) => {
      const path = selector.split('.');
      const wanted = Boolean(operand);
      return (document) => anyLeafAt(document, path, (value) => value !== undefined) === wanted;
    },
    $size: (selector, operand) => atLeaf(selector, (value) => isArray(value) && value.length === operand),
    $elemMatch: (selector, operand, options) => {
      const test = elementTest(operand, options);
      return atLeaf(selector, (value) => isArray(value) && value.some(test));
    },
    $all: all(collation),
    $not: (selector, operand, options) => {
      const query = new Query({ [selector]: operand }, options);
      return (document) => !query.test(document);
    },
  };
}

function anyValue(name: string, collation: Collation | undefined): Operator {
  return (selector, operand) => {
    const predicate = valuePredicate(name, operand, collation);
    if (predicate === undefined) throw new CommandError('BadValue', `${name} does not take such an operand`);
    return atAnyValue(selector, predicate);
  };
}

function atAnyValue(selector: string, predicate: ValuePredicate): (document: AnyObject) => boolean {
  const path = selector.split('.');
  return (document) => anyValueAt(document, path, predicate);
}

function atLeaf(selector: string, predicate: ValuePredicate): (document: AnyObject) => boolean {
  const path = selector.split('.');
  return (document) => anyLeafAt(document, path, predicate);
}

function negated(operator: Operator): Operator {
  return (selector, operand, options) => {
    const test = operator(selector, operand, options);
    return (document) => !test(document);
  };
}

/** `$query`: elements are documents; `$value`: elements are values. `normalizeFilter` tells them apart. */
function elementTest(operand: unknown, options: Options): ValuePredicate {
  if (!isDocument(operand)) return () => false;
  const { $query: query, $value: condition } = operand;
  if (isDocument(query)) {
    const compiled = new Query(query, options);
    return (element) => (isDocument(element) || isArray(element)) && compiled.test(toFields(element));
  }
  const compiled = new Query({ value: condition }, options);
  return (element) => compiled.test({ value: isArray(element) ? [element] : element });
}

/** An array as element is queried by its positions. */
function toFields(element: Document | unknown[]): Document {
  return isArray(element) ? Object.fromEntries(element.entries()) : element;
}

function all(collation: Collation | undefined): Operator {
  return (selector, operands, options) => {
    if (!isArray(operands) || operands.length === 0) return () => false;
    const tests = operands.map((item) => allItem(selector, item, collation, options));
    return (document) => tests.every((test) => test(document));
  };
}

function allItem(selector: string, item: unknown, collation: Collation | undefined, options: Options): (document: AnyObject) => boolean {
  if (!isDocument(item)) return () => false;
  const { $elemMatch: elemMatch, $eq: wanted } = item;
  if (elemMatch !== undefined) {
    const test = elementTest(elemMatch, options);
    return atLeaf(selector, (value) => isArray(value) && value.some(test));
  }
  return anyValue(wanted instanceof RegExp ? '$regex' : '$eq', collation)(selector, wanted, options);
}
