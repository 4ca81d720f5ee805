import type { Menu } from '@foodie-express/contracts';
import type { OrderLineFact } from '../../chat-model';
import { wordsOf } from '../speech/utterance';

type Group = Menu['option_groups'][number];

const BEHIND = '(?: (?:you (?:have|got)|there (?:is|are)|that you have|available|on it|in it|on top|please))*';
const BUT = '(?: ?,? (?:except|but(?: not| no)?|apart from|minus|without|other than|no) ([^,]+))?';
/** "All the toppings", "add all other salads", "everything in salad except pickles". */
const OF_GROUP = new RegExp(`\\b(?:(?:all|every|each)(?: of)?(?: the| your| other| available| remaining)*|everything (?:else )?(?:in|from|of)(?: the| your)?) (\\p{L}+)${BEHIND}${BUT}`, 'gu');
/** "With everything", "everything on it". */
const EVERYTHING = new RegExp(`\\b(?:with everything|everything on (?:it|top)|with the works|the works|fully loaded)${BEHIND}${BUT}`, 'gu');

/** "Remove all the toppings", "are all the salads in it". */
const REFUSED = /\b(?:remove|no|not|without|drop|delete|take|skip|hold|leave|swap|change|replace|is|are|does|do) [^,]{0,40}?\b(?:all|every|each|everything)\b/;

/** Whether words ask for all choices of a kind, and nothing about them: "all the toppings please". */
export function asksForEvery(text: string): boolean {
  return new RegExp(`^(?:(?:and|ok|yes|please|add|put|with|give me|i want|i'd like|all|no)[ ,]+)*${OF_GROUP.source}`, 'u').test(text) || new RegExp(EVERYTHING.source, 'u').test(text);
}

/**
 * A sentence with the names of choices in place of "all the toppings" or "everything on it", as many as there is room for.
 * @param standing the order under way: what its only line that takes them has already is left out
 */
export function withEveryChoice({ items, option_groups: groups }: Menu, text: string, standing: readonly OrderLineFact[] = []): string {
  if (!asksForAny(text)) return text;
  const words = wordsOf(text).map(singular);
  const named = items.filter(({ name }) => wordsOf(name.toLowerCase()).some((word) => word.length >= 3 && words.includes(singular(word))));
  const meant = named.length > 0 ? named : items.filter(({ id }) => standing.some(({ itemId }) => itemId === id));
  const open = groups.filter((group) => takesSeveral(group) && (meant.length === 0 || meant.some(({ option_groups: own = [] }) => own.includes(group.id))));
  const [line, ...others] = standing;
  const isOfLine = line !== undefined && others.length === 0 && meant.some(({ id }) => id === line.itemId);
  const ofLine = isOfLine ? line.options : [];
  const list = (of: readonly Group[], but: string) => listed(of, but, ofLine);
  return text
    .replace(OF_GROUP, (whole, kind: string, but: string | undefined) => {
      const own = open.filter(({ name }) => wordsOf(name.toLowerCase()).some((word) => singular(word) === singular(kind)));
      return own.length === 0 ? whole : list(own, but ?? '');
    })
    .replace(EVERYTHING, (whole, but: string | undefined) => {
      // "Everything" asks for what comes with a dish, and for no extras that are paid for, unless there is nothing else.
      const free = open.filter(({ min = 0, max = Infinity, choices }) => min === 0 && choices.length <= max && choices.every(({ price = 0 }) => price === 0));
      const fitting = open.length === 1 ? open : free;
      return fitting.length === 0 ? whole : `with ${list(fitting, but ?? '')}`;
    });
}

function asksForAny(text: string): boolean {
  return !REFUSED.test(text) && /\b(?:all|every|each|everything|the works|fully loaded)\b/.test(text);
}

function takesSeveral({ max, qualifiable, negatable, countable }: Group): boolean {
  return max === undefined ? qualifiable === true || negatable === true || countable === true : max !== 1;
}

/** The choices of groups as a list, without those that are excepted; what follows these is kept. */
function listed(groups: readonly Group[], but: string, had: OrderLineFact['options']): string {
  const excepted = wordsOf(but).map(singular);
  const isExcepted = (name: string) => wordsOf(name.toLowerCase()).some((word) => excepted.includes(singular(word)));
  const names = groups.flatMap(({ id, max = Infinity, choices }) => {
    const chosen = had.filter(({ group_id: group, negated }) => group === id && negated !== true).length;
    const free = choices.filter(({ id: choice, name, available }) => available !== false && !isExcepted(name) && !had.some(({ group_id: group, choice_id: own }) => group === id && own === choice));
    return free.slice(0, Math.max(0, max - chosen)).map(({ name }) => name.toLowerCase());
  });
  const own = groups.flatMap(({ choices }) => choices.flatMap(({ name }) => wordsOf(name.toLowerCase()))).map(singular);
  const rest = wordsOf(but).filter((word) => !own.includes(singular(word)) && !/^(?:the|and|or|any|please)$/.test(word));
  return `${names.join(' and ')}${rest.length === 0 ? '' : `, ${but}`}`;
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word;
}
