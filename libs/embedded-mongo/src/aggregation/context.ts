import { Context } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import { $and, $expr, $nor, $or } from 'mingo/operators/query';
import * as windows from 'mingo/operators/window';
import type { Collation } from '../bson/collation';
import { queryOperators } from '../query/mingo-query-operators';
import { accumulatorOperators } from './accumulators';
import { expressionOperators } from './expressions';

/** Contexts by collation; the one without is used nearly always. */
const contexts = new Map<string, Context>();

/** mingo's operators, with those replaced that do not know BSON. */
export function mingoContext(collation: Collation | undefined): Context {
  const key = JSON.stringify(collation?.spec ?? null);
  const known = contexts.get(key) ?? createContext(collation);
  contexts.set(key, known);
  return known;
}

function createContext(collation: Collation | undefined): Context {
  const strings = collation?.compare;
  return Context.init({
    accumulator: { ...accumulators, ...accumulatorOperators(strings) },
    expression: { ...expressions, ...expressionOperators(strings) },
    pipeline: stages,
    projection: projections,
    window: windows,
    query: { $and, $or, $nor, $expr, ...queryOperators(collation) },
  });
}
