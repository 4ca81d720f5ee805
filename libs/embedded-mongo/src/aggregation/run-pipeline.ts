import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import type { AnyObject } from 'mingo/types';
import type { Collation } from '../bson/collation';
import type { Document } from '../bson/document';
import { mingoContext } from './context';
import { type FindIn, lookupStage } from './lookup';
import { asCommandError } from './mingo-error';
import { stageOperators } from './stages';

export interface PipelineOptions {
  readonly collation: Collation | undefined;
  readonly variables: Document | undefined;
  /** How `$lookup` and `$unionWith` read other collections; nothing is in them where it is not given. */
  readonly findIn?: FindIn;
}

/** Runs stages over plain documents. Results come as they are asked for, as far as the stages allow. */
export function* runPipeline(documents: Iterable<Document>, stages: readonly Document[], options: PipelineOptions): Generator<AnyObject, void, undefined> {
  const { collation, variables, findIn = () => [] } = options;
  const own = Context.init({ pipeline: { ...stageOperators(collation), $lookup: lookupStage(findIn) } });
  const results = asCommandError(() => new Aggregator([...stages], {
    context: Context.from(own, mingoContext(collation)),
    // for mingo's own window stage; scripts that clients send are refused by the operators themselves
    scriptEnabled: true,
    collectionResolver: (name) => [...findIn(name, {})],
    ...(variables !== undefined && { variables }),
  }).stream(documents));
  for (;;) {
    const next = asCommandError(() => results.next());
    if (next.done) return;
    yield next.value as AnyObject;
  }
}
