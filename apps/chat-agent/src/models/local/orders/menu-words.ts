import type { Menu } from '@foodie-express/contracts';
import { distance } from 'fastest-levenshtein';
import { wordsOf } from '../speech/utterance';

/** How words stand to the dishes and options of one menu. */
export type NamedAs =
  /** The whole name of a dish, or another name of it. */
  | 'dish'
  /** What a dish is, short of its whole name: "pizza" of a Margherita Pizza. */
  | 'kind'
  /** Only a part of a dish's name, such as what is in it: "butter" of a Butter Chicken. */
  | 'part'
  /** A choice of the menu. */
  | 'option'
  /** Nothing of the menu. */
  | 'nothing';

/** @param words in lower case */
export function namedAs({ items, option_groups }: Menu, words: readonly string[]): NamedAs {
  const said = words.map(singular);
  const names = items.flatMap(({ name, aliases = [] }) => [name, ...aliases]).map(singularWords);
  if (names.some((name) => name.join(' ') === said.join(' '))) return 'dish';
  const options = option_groups.flatMap(({ choices }) => choices.flatMap(({ name, aliases = [] }) => [name, ...aliases])).map(singularWords);
  if (options.some((option) => option.length > 0 && option.every((word) => word === 'extra' || word === 'more' || said.some((each) => isLike(word, each))))) return 'option';
  if (names.some((name) => isKind(name, said))) return 'kind';
  return said.some((word) => names.some((name) => name.some((own) => isLike(own, word)))) ? 'part' : 'nothing';
}

/** "Cheese" where the menu has it as "Extra cheese" alone: more of what a dish has anyway. */
export function namesExtraAlone({ option_groups }: Menu, words: readonly string[]): boolean {
  const said = words.map(singular);
  const named = option_groups.flatMap(({ choices }) => choices.map(({ name }) => singularWords(name))).filter((name) => said.every((word) => name.includes(word)));
  return !said.includes('extra') && named.length > 0 && named.every((name) => name[0] === 'extra' && name.slice(1).join(' ') === said.join(' '));
}

/** Whether words name a dish: each of them, a plural forgiven, is of its name. */
export function namesDish(name: string, words: readonly string[]): boolean {
  const own = singularWords(name);
  return words.length > 0 && words.every((word) => own.includes(singular(word)));
}

/** Whether words tell dishes of one kind apart: "punjabi" where there are several thalis. */
export function tellsApart({ items }: Menu, words: readonly string[]): boolean {
  const names = items.map(({ name }) => singularWords(name));
  const meant = names.filter((name) => words.every((word) => name.includes(singular(word))));
  return meant.some((name) => names.filter((other) => kindOf(other) === kindOf(name)).length > 1);
}

function isKind(name: readonly string[], said: readonly string[]): boolean {
  const kind = kindOf(name);
  return kind !== undefined && said.at(-1) === kind && said.every((word) => name.includes(word));
}

/** "Brownie" of a Brownie with Ice Cream. */
function kindOf(name: readonly string[]): string | undefined {
  const end = name.findIndex((word) => word === 'with' || word === 'in');
  return end < 0 ? name.at(-1) : name[end - 1];
}

function isLike(own: string, said: string): boolean {
  return own === said || (own.length >= 4 && distance(own, said) <= Math.floor(own.length / 4));
}

function singularWords(name: string): string[] {
  return wordsOf(name.toLowerCase()).map(singular);
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word;
}
