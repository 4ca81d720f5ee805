import { RELATION } from './people';
import { numberOf } from './utterance';

const PEOPLE = '(?:people|persons?|of us|adults|kids|children|guests|friends|folks|members|boys|girls|ladies|guys|colleagues|pax)';
const COUNT = '(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)';
const ENDS = '(?=$| ?,| (?:please|pls|and|from|at|with|without|today|tonight|now|in total|total)\\b)';
/** "For 3 people", "for two". */
const FOR_SO_MANY = new RegExp(`(?:^|[ ,]+)for (?:(?:the|all|about|around|us) )*${COUNT}(?:(?: ${PEOPLE}){1,2}(?=$|[ ,])|${ENDS})`);
const SOMEBODY = `(?:me|myself|him|her|i|(?:(?:my|our|his|her|the) )?(?!(?:kids|children|sons|daughters|boys|girls|friends|guests|family|team|colleagues|brothers|sisters|cousins|neighbours|mates)\\b)${RELATION})`;
/** "For me and my wife", "for me, my son and his friend". */
const FOR_EACH_NAMED = new RegExp(`(?:^|[ ,]+)for (${SOMEBODY}(?: ?, ${SOMEBODY}){0,6} ?,? and ${SOMEBODY})${ENDS}`, 'u');
const BOTH = /(?:^|[ ,]+)for both(?: of (?:us|them))?(?=$| ?,| (?:please|pls|from|at)\b)/;
/** What is asked for in general, or told for another reason. */
const NO_ORDER = /\b(?:budget|suggest|recommend|what|which|enough|how|under|within|below|should|ideas?|split|share|sharing|something|anything|table|each|same|is|are|does|another)\b/;
const JOINTS = /( ?, (?:and )?| and | plus )/;
const COUNTED = /(?:^|[ ,])(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|dozen|half|quarter|more|some)(?=$|[ ,])/;
/** "A thali for me and my wife" may be one each; "a pizza for two" is one. */
const ARTICLE = /(?:^|[ ,])(?:an?|another) (?=\p{L})/u;
const VERB = /^((?:(?:i|we|please|can|could|you|get|give|want|need|would|like|to|order|have|add|and|us|me|i'd|i'll|send|bring|also|make|do|u|let's|just|then|ok|so|hi|dinner|lunch|breakfast|food) )*)(?:(?:an?|the|some) )?(.+)$/;

/** An order for several people of which each has one, with how many that is. */
export interface ForEaters {
  readonly text: string;
  readonly people: number;
}

/**
 * An order that says for how many it is and counts none of its dishes: "dosa and coffee for 2 people" is "2 dosa and 2 coffee"; of "pav
 * bhaji for two and a coffee" only the pav bhaji is two. Undefined where nothing is ordered so.
 * @param isDish whether a word stands in the name of a dish
 */
export function orderedForEaters(text: string, isDish: (word: string) => boolean): ForEaters | undefined {
  if (NO_ORDER.test(text)) return undefined;
  const clauses = text.split(JOINTS);
  const own = clauses.map((clause) => eatersIn(clause));
  const names = (clause: string) => clause.split(/[ ,]+/).some(isDish);
  // Each dish with people of its own.
  if (own.filter((eaters) => eaters !== undefined).length > 1) return inClauses(clauses, (at) => own[at], names);
  const at = own.findIndex((eaters) => eaters !== undefined);
  const isOfOne = at >= 0 && clauses.some((clause, index) => index !== at && names(clause) && (COUNTED.test(clause) || ARTICLE.test(clause)));
  if (isOfOne && names(clauses[at] ?? '')) return inClauses(clauses, (index) => (index === at ? own[at] : undefined), names);
  const all = eatersIn(text);
  if (all === undefined || COUNTED.test(all.rest)) return undefined;
  return inClauses(all.rest.split(JOINTS), () => ({ ...all, rest: '' }), names);
}

interface Eaters {
  readonly people: number;
  readonly rest: string;
  readonly isNamed: boolean;
}

function inClauses(clauses: readonly string[], eatersOf: (at: number) => Eaters | undefined, names: (clause: string) => boolean): ForEaters | undefined {
  let people = 0;
  const said = clauses.map((clause, at) => {
    const eaters = eatersOf(at);
    const dish = eaters?.rest === '' ? clause : (eaters?.rest ?? clause);
    if (eaters === undefined || !names(dish) || COUNTED.test(dish) || (ARTICLE.test(dish) && !eaters.isNamed)) return dish;
    people = Math.max(people, eaters.people);
    return dish.trim().replace(VERB, (_clause, verb: string, what: string) => `${verb}${String(eaters.people)} ${what}`);
  });
  return people === 0 ? undefined : { people, text: said.join('').replace(/^[ ,]+|[ ,]+$/g, '') };
}

function eatersIn(text: string): Eaters | undefined {
  const named = FOR_EACH_NAMED.exec(text);
  const counted = named === null ? (FOR_SO_MANY.exec(text) ?? BOTH.exec(text)) : null;
  const found = named ?? counted;
  if (found === null) return undefined;
  const people = named !== null ? (named[1] ?? '').split(/ ?, (?:and )?| and /).length : (numberOf(counted?.[1] ?? 'two') ?? 0);
  const rest = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`.trim();
  return people < 1 || people > 50 ? undefined : { people, rest, isNamed: named !== null };
}

/** How many eat, in an answer that says nothing else: "for 3 people", "for me and my wife", "2 of us". */
export function eatersAlone(text: string): number | undefined {
  const said = text.replace(/^(?:(?:it's|it is|that's|ok|we are|we're|there are|enough|yes|so|just)[ ,]+)+|(?: (?:please|pls))+$/g, '');
  const eaters = eatersIn(said.startsWith('for ') ? said : `for ${said}`);
  return eaters?.rest === '' && (eaters.isNamed || said.startsWith('for ') || new RegExp(` ${PEOPLE}$`).test(said)) ? eaters.people : undefined;
}
