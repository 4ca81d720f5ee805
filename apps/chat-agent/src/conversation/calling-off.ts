import { clausesOf, plain } from './clauses';
import { readingsOf, sayings } from './sayings';

const ORDER = '(?:order|cart|basket|bag|thing|lot|list)';
const ALL = `(?:everything|it all|that all|all(?: of (?:it|that|this|them))?|any of (?:it|that|this)|(?:the|my|this|that|our) (?:(?:whole|entire|full|complete) )?${ORDER})`;
const IT = `(?:it|that|this|them|these|those|order|${ALL})`;
const ANY_MORE = '(?: (?:any ?more|any longer|after all|today|tonight|now|then|at all|for now|for (?:me|us)|again|please))*';

const OFF = [
  `(?:clear|empty|cancel|scrap|forget|bin|dump|scratch|trash|discard|ditch|abandon|void|wipe|stop|kill|reset)(?: (?:out|about))? ${IT}${ANY_MORE}`,
  // "Remove it" is a dish.
  `(?:clear|empty|drop|delete|remove|skip|leave|undo|take (?:out|off|away))(?: (?:out|about))? ${ALL}(?: (?:from|in|on) (?:the|my) ${ORDER})?${ANY_MORE}`,
  `(?:throw|wipe|clear|call) ${IT} (?:all )?(?:away|out|off)${ANY_MORE}|take ${ALL} (?:away|out|off|back)${ANY_MORE}|(?:throw|call|wipe) (?:away|off|out) ${IT}${ANY_MORE}`,
  'skip|cancel|abort(?: mission)?|reset|id rather not|(?:i|we)(?:ve| have)? decided not to(?: (?:order|buy|eat))?(?: anything)?|forget (?:it|that|about it)|never ?mind|stop|leave it|drop it|call it off|rehne do|nahi chahiye|mat karo|cancel kar(?:o| do| dena)',
  `(?:go|do) (?:it |this )?(?:all )?over|(?:start|begin)(?: it| this)?(?: all)? (?:over|again|afresh|anew|fresh|from (?:scratch|the (?:start|beginning)|zero|new))(?: again)?(?: from (?:scratch|the (?:start|beginning)|zero))?|from scratch`,
  `(?:i|we)(?:ve| have)? (?:just |simply )?changed (?:my|our) minds?|changed (?:my|our) minds?`,
  `(?:i|we) (?:dont|do not|no longer|wont|will not|am not going to|are not going to) (?:want|need|order|take|have)(?: to (?:order|eat))?(?: (?:anything|${IT}))?${ANY_MORE}|(?:i|we) wont be ordering${ANY_MORE}`,
  `(?:im |we are |were |i am )?not (?:that |so |really )?(?:hungry|interested|ordering|eating)${ANY_MORE}`,
  `lets not(?: (?:do|order|place|send|bother)(?: with)?(?: ${IT})?)?${ANY_MORE}|dont bother(?: (?:with|about) ${IT})?|dont (?:order|place|send) ${IT}${ANY_MORE}|not (?:today|tonight|any ?more)`,
];

const AROUND = [
  'actually|ok(?:ay)?|sorry|no+|nah|nope|oh|ah|wait|please|kindly|hm+|um+|uh+|well|then|so|and|but|just|lo+l|ha(?:ha)+|thanks|thank you|now|again|bro|bhai|yaar|sir|madam|dear',
  '(?:can|could|may|might|will|would) (?:you|we|i)(?: please| just)*|(?:i|we) (?:want|need|have|wish) to|(?:id|wed|ill|well) (?:(?:like|love|want|prefer|rather|have) )?to|let (?:me|us)|lets|(?:we|i) should|(?:i|we) think|i guess|better|maybe|go ahead and|on second thoughts?',
];

const SAYINGS = [...sayings('off', OFF), ...sayings('around', [...AROUND, 'no (?:thanks|thank you)'])];
const DECLINING = [...sayings('off', ['no (?:thanks|thank you|need)']), ...SAYINGS];

/** What begins to tell why. */
const BECAUSE = /\b(?:because|cause|coz|cos|cuz|since|as (?=i|we|my|our|the)|kyunki)\b/g;

/**
 * What a message that calls something off says besides, clause by clause: "actually skip, my friend is cooking" says that the friend is;
 * undefined where nothing in it calls anything off. It may want something else in the same breath: look at what it says besides.
 * @param isAsked whether the order was just asked about, so that a "no thanks" is to it
 */
export function besidesCallingOff(message: string, isAsked = false): readonly string[] | undefined {
  const clauses = clausesOf(plain(message).replace(BECAUSE, ','));
  const besides: string[] = [];
  let isCalledOff = false;
  for (const clause of clauses) {
    const readings = readingsOf(clause.replace(/[? ]+$/, ''), isAsked ? DECLINING : SAYINGS);
    if (readings.length === 0) besides.push(clause);
    if (readings.some((kinds) => kinds.has('off'))) isCalledOff = true;
  }
  return isCalledOff ? besides : undefined;
}
