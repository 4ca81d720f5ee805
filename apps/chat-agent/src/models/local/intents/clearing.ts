import type { Dialogue } from '../dialogue';
import { call, type Move } from '../move';
import { wordsOf } from '../utterance';
import { droppedOf } from './confirmation';

const EVERYTHING =
  /\b(?:clear|empty|cancel|drop|delete|remove|scrap|forget|bin|dump) (?:(?:out|about) )?(?:everything|it all|all(?: of (?:it|them|that))?|(?:the|my|this|that) (?:(?:whole|entire|full|complete) )?(?:order|cart|basket|thing))\b/;
/** Said so, and nothing else: also where there is nothing to drop. */
const CLEARED = /^(?:please )?(?:remove|clear|empty|delete|drop) (?:all|everything|(?:all )?(?:of )?(?:the |my )?(?:items|cart|basket|order))(?: (?:items|please|of (?:it|them)))*$/;
const NOT_ALL = /\b(?:except|but|besides|apart from|other than|and (?:add|order|start|give|get|make|i|just)|then)\b/;

/** "Actually skip, my friend is cooking": called off, with the reason. */
const SKIPPED = /^(?:(?:actually|ok|okay|sorry|no|oh|wait|please)[ ,]+)*(?:skip|cancel|forget|leave|drop|scrap)(?: (?:it|that|this|the order|my order|about it))?$/;

function isCalledOffWithReason({ text, message, catalogue, mention }: Dialogue): boolean {
  const [first = '', ...others] = text.split(', ');
  const reason = others.join(' ');
  return reason !== '' && !message.includes('?') && mention === undefined && SKIPPED.test(first) && !/\d|\b(?:instead|add|make|give|get|want|order|show|menu)\b/.test(reason) && !wordsOf(reason).some((word) => catalogue.isDishWord(word));
}

/** "Too much sugar, clear everything": the order under way goes, whatever is said around it. */
export function clearing(dialogue: Dialogue): Move | undefined {
  const { text, facts: { order } } = dialogue;
  if (CLEARED.test(text)) return call('cancel_pending_order', {}, { question: undefined, next: undefined });
  if (order === undefined || !((EVERYTHING.test(text) && !NOT_ALL.test(text)) || isCalledOffWithReason(dialogue))) return undefined;
  return call('cancel_pending_order', {}, { question: undefined, next: undefined, ...droppedOf(order, true) });
}
