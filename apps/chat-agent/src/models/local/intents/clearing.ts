import type { Dialogue } from '../dialogue';
import { call, type Move } from '../move';
import { droppedOf } from './confirmation';

const EVERYTHING =
  /\b(?:clear|empty|cancel|drop|delete|remove|scrap|forget|bin|dump) (?:(?:out|about) )?(?:everything|it all|all(?: of (?:it|them|that))?|(?:the|my|this|that) (?:(?:whole|entire|full|complete) )?(?:order|cart|basket|thing))\b/;
const NOT_ALL = /\b(?:except|but|besides|apart from|other than|and (?:add|order|start|give|get|make|i|just)|then)\b/;

/** "Too much sugar, clear everything": the order under way goes, whatever is said around it. */
export function clearing({ text, facts: { order } }: Dialogue): Move | undefined {
  if (order === undefined || !EVERYTHING.test(text) || NOT_ALL.test(text)) return undefined;
  return call('cancel_pending_order', {}, { question: undefined, ...droppedOf(order, true) });
}
