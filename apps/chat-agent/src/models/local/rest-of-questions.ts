import { choiceNamed } from './questions/asked-choice';
import { ingredientAsked } from './questions/asked-ingredient';
import { type Dialogue, dialogueOf } from './dialogue';
import { normalise, numberOf, wordsOf } from './speech/utterance';

const POINTED = /\b(take|leave|remove|drop|skip|hold|cut|without|no|lose) (?:that|it|them|those|any)\b(?! (?:one|dish|order|line)\b)/i;
/** "Two of those", "make it 2 of them": of the dish that was asked about in the same breath. */
const OF_THOSE = /\b(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten) of (?:those|these|them|that|it)\b/i;
/** "If yes, without": of the ingredient that was asked about. */
const IF_SO = /^(?:(?:and|but|then|please)[ ,]+)*if (?:yes|so|it does|they do|it has(?: any| it)?|there (?:is|are)(?: any)?|it is|that's so)(?:, | )(\S.*)$/;
const LEADING = /^(?:(?:then|please|i want it|i'd like it|i'd like one|give me|make it|make one|can i have it|i'll have it)[ ,]+)+/;
const LEFT_OUT = /^(?:(?:leave|take|keep) (?:it|them|that|those) (?:out|off|away)|(?:skip|remove|drop|hold|omit) (?:it|them|that|those)|(?:without|no)(?: (?!please\b|then\b)\p{L}+){0,2})(?: (?:please|then|for me))*(?:[ ,]+(\d+|one|two|three|four|five)(?: of (?:them|those))?)?$/u;

/** What a message says beside its questions, with names for what the questions, or what was told before, named. */
export function withAntecedent(rest: string, questions: readonly string[], told: string, said: Dialogue): string {
  const { catalogue } = said;
  const named = told === '' || !POINTED.test(rest) ? undefined : choiceNamed(normalise(told), catalogue.dishes);
  if (named !== undefined) return rest.replace(POINTED, (_phrase, verb: string) => `${verb} the ${named.choice.name.toLowerCase()}`);
  const dish = questions.map((question) => catalogue.dishIn(normalise(question))).findLast((name) => name !== undefined);
  return leftOut(rest, questions, said) ?? (dish === undefined || catalogue.dishIn(normalise(rest)) !== undefined ? rest : rest.replace(OF_THOSE, `$1 ${dish}`));
}

/** "Does the biryani have onions? If yes, without": a wish for that dish, so many of it where a number is said. */
function leftOut(rest: string, questions: readonly string[], said: Dialogue): string | undefined {
  const wish = IF_SO.exec(normalise(rest))?.[1]?.replace(LEADING, '');
  const [, count] = wish === undefined ? [] : (LEFT_OUT.exec(wish) ?? []);
  const asked = questions.map((question) => ingredientAsked(dialogueOf(question, said))).find((each) => each !== undefined);
  if (wish === undefined || !LEFT_OUT.test(wish) || asked === undefined) return undefined;
  const name = asked.dish.item.item_name.toLowerCase();
  const isOrdered = said.facts.order?.lines.some(({ itemName }) => itemName.toLowerCase() === name) === true;
  if (isOrdered) return `make the ${name} without ${asked.ingredient}`;
  return `${String(numberOf(count ?? 'one') ?? 1)} ${name} without ${asked.ingredient}`;
}

const OF_PLACE = /^(?:(?:and|so|also|then)[ ,]+)*(?:what(?:'s| is| are)?|which|anything|something|any)\b.*\b(?:popular|good|best|special|famous|recommend\w*|get|order|eat|have|try|cheap\w*|under|below)\b/;

/** "Is Honest good? What's popular?": the second is asked of the place of the first. */
export function ofSamePlace(question: string, before: Dialogue): string {
  const { text, mention, catalogue } = dialogueOf(question, before);
  const isOpen = OF_PLACE.test(text) && mention === undefined && catalogue.dishIn(text) === undefined && catalogue.cuisineIn(text) === undefined && catalogue.areaIn(text) === undefined;
  const isOfPlace = before.mention !== undefined || (/\b(?:it|they|there|that|this)\b/.test(before.text) && before.memory.restaurant !== undefined);
  return isOpen && isOfPlace && !wordsOf(text).some((word) => /^(?:there|they|here|their|else|you|other|elsewhere)$/.test(word)) ? `${question.replace(/[?!.\s]+$/, '')} there?` : question;
}
