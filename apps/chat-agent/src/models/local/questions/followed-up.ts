import { momentIn, OPENING, withoutMoment } from './asked-hours';
import type { Catalogue } from '../catalogue/catalogue';
import type { DialogueMemory } from '../dialogue-memory';
import { ordinalOf, wordsOf } from '../speech/utterance';

const INTRODUCTION = /^(?:(?:and|or|ok|okay|so|then|what about|how about|what of|and for|same for)[ ,]+)*(?:(?:in|on|for|at|from|with|of|to) )?(?:the |a |an |one )?([^ ,].*)$/;
/** Said so, a few words ask; else they may order: "and a coke". */
const ASKS = /^(?:(?:and|or|ok|so) )*(?:what about|how about|what of|same for)\b/;
const POINTER = /\b(?:it|that|this|them|those|these)\b/;
/** Said around a day or a time: "lunch, say at one then". */
const AROUND_MOMENT = /\b(?:on|at|the|in|early|late|morning|afternoon|evening|night|then|too|breakfast|lunch|dinner|supper|brunch|say|maybe|perhaps|like|around|about|for)\b|,/g;
/** "The large one with its toppings", to the end. */
const ONES = /(?:\bthe |^)(?!what|which|who|how|is |are |do |does |can )(?:[\p{L}\d]+ ){0,3}ones?\b.*$/u;
/** As many words as a subject has. */
const MAX_SUBJECT = 6;

/**
 * The question before with another subject: "and the biryani?" behind "how much is butter chicken?" asks what biryani costs, "and on
 * sundays?" behind "is swati open?" when it is open then. Any other text stays.
 * @param text in the form of `normalise`
 */
export function followedUp(text: string, message: string, { memory: { inquiry, list }, catalogue }: { memory: DialogueMemory; catalogue: Catalogue }): string {
  const [, behind] = INTRODUCTION.exec(text) ?? [];
  const position = ordinalOf(behind ?? '');
  const entry = position === undefined || list === undefined || list.kind === 'restaurants' ? undefined : list.names.at(position);
  const said = entry === undefined ? behind : entry.split(' from ')[0]?.toLowerCase();
  if (inquiry === undefined || said === undefined) return text;
  const isOfHours = OPENING.test(inquiry) || momentIn(inquiry) !== undefined;
  if (isOfHours && isMoment(said)) return `${withoutMoment(inquiry)} ${/\b(?:on|at)\b/.test(said) ? said : `on ${said}`}`;
  if (wordsOf(said).length > MAX_SUBJECT) return text;
  if (!ASKS.test(text) && !/\?\s*$/.test(message)) return text;
  return ofMerit(said, inquiry) ?? ofOnes(said, inquiry) ?? ofDish(ofOne(said, catalogue), inquiry, catalogue) ?? ofPlace(said, inquiry, catalogue) ?? text;
}

/** Nothing but a day or a time. */
function isMoment(said: string): boolean {
  return momentIn(said) !== undefined && withoutMoment(said).replace(AROUND_MOMENT, '').trim() === '';
}

const MERIT = /\b(?:cheapest|cheaper|(?:most|least|less|more) \p{L}+|(?:best|highest|lowest|worst) rated|best|quickest|fastest|slowest|dearest|priciest|costliest|lightest|healthiest)\b/u;
const MERIT_ALONE = new RegExp(`^${MERIT.source}(?: (?:one|dish|thing|item))?$`, 'u');

/** "And the most expensive one?" behind what is cheapest asks the same of the other end. */
function ofMerit(said: string, inquiry: string): string | undefined {
  return MERIT_ALONE.test(said) && MERIT.test(inquiry) ? inquiry.replace(MERIT, MERIT.exec(said)?.[0] ?? said) : undefined;
}

/** "And the small ones?" behind what the large one costs. */
function ofOnes(said: string, inquiry: string): string | undefined {
  return ONES.test(said) && ONES.test(inquiry) ? inquiry.replace(ONES, `the ${said}`) : undefined;
}

/** "The punjabi one": the only dish that is called so. */
function ofOne(said: string, catalogue: Catalogue): string {
  const kind = /^(.+) ones?$/.exec(said)?.[1];
  const names = new Set(kind === undefined ? [] : catalogue.dishesLike(kind).map(({ item }) => item.item_name.toLowerCase()));
  const [name, ...others] = names;
  return name === undefined || others.length > 0 ? said : name;
}

function ofDish(said: string, inquiry: string, catalogue: Catalogue): string | undefined {
  // "And a small cheese burst?": the price of it, whatever was said of the one before.
  if (/^(?:and |so |ok |but )*how much (?:is|are|does|do|would|will|for)\b/.test(inquiry) && catalogue.mentionIn(said) === undefined && catalogue.dishesLike(said).length === 0 && catalogue.dishIn(said) !== undefined) return `how much is ${said}`;
  if (catalogue.mentionIn(said) !== undefined || catalogue.dishesLike(said).length === 0) return undefined;
  const mention = catalogue.mentionIn(inquiry);
  const isThere = mention === undefined || catalogue.dishesLike(said).some(({ restaurant }) => restaurant === mention.restaurant);
  const asked = catalogue.dishWords(isThere ? inquiry : mention.rest);
  const [name] = catalogue.dishNamesIn(asked);
  if (name !== undefined) return asked.replace(name, said);
  return POINTER.test(asked) ? asked.replace(POINTER, said) : undefined;
}

function ofPlace(said: string, inquiry: string, catalogue: Catalogue): string | undefined {
  const mention = catalogue.mentionIn(said);
  if (mention?.rest !== '' || momentIn(inquiry) === undefined) return undefined;
  return `${catalogue.mentionIn(inquiry)?.rest ?? inquiry} at ${mention.restaurant.name.toLowerCase()}`;
}
