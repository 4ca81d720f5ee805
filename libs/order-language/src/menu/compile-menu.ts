import { singular, stem } from '../text/word-forms';
import { wordsOf } from '../text/tokenize';
import type { Menu } from './menu-schema';
import { insertPhrase, phraseNode, type Meaning, type PhraseNode } from './phrase-trie';
import { fullForms, partialForms, WordWeights, type SurfaceForm } from './surface-forms';
import { Vocabulary } from './vocabulary';

export interface CompiledItem {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
  /** What its names end in, as stems: "veggie burger" is a "burger". */
  readonly endings: ReadonlySet<string>;
  readonly category: number;
  readonly groups: ReadonlySet<number>;
}

export interface CompiledGroup {
  readonly id: string;
  readonly words: readonly string[];
  /** What its name ends in, as stems: the "meal drink" is a "drink". */
  readonly endings: ReadonlySet<string>;
  readonly qualifiable: boolean;
  readonly negatable: boolean;
  /** One choice excludes the others, as with sizes. */
  readonly exclusive: boolean;
  /** The choices that are taken where nothing is said. */
  readonly defaults: ReadonlySet<number>;
  readonly choices: readonly number[];
}

export interface CompiledChoice {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
  /** What its names of several words end in, as stems: "thin crust" is a "crust". */
  readonly endings: ReadonlySet<string>;
  readonly group: number;
  readonly countable: boolean;
}

export interface CompiledCategory {
  readonly id: string;
  readonly endings: ReadonlySet<string>;
  readonly items: readonly number[];
}

/** A menu made ready for sentences: its entries in lists, and a trie of all ways to say them. Hold it as long as the menu stands. */
export interface CompiledMenu {
  readonly items: readonly CompiledItem[];
  readonly groups: readonly CompiledGroup[];
  readonly choices: readonly CompiledChoice[];
  readonly categories: readonly CompiledCategory[];
  /** For each group the items that take it. */
  readonly itemsByGroup: readonly (readonly number[])[];
  readonly itemPositions: ReadonlyMap<string, number>;
  readonly groupPositions: ReadonlyMap<string, number>;
  readonly vocabulary: Vocabulary;
  readonly phrases: PhraseNode;
  /** Stems of words that end the names of choices ("sauce", "cheese"), with how many choices; not those that are a choice's whole name. */
  readonly heads: ReadonlyMap<string, number>;
}

/** Prepares a menu for `parseOrder`. Costs a few milliseconds for some hundred entries. */
export function compileMenu(menu: Menu): CompiledMenu {
  const lists = compileLists(menu);
  const vocabulary = new Vocabulary();
  const phrases = phraseNode();
  const add = (form: SurfaceForm, meaning: Meaning): void => {
    insertPhrase(phrases, form.words.map((word) => (word === form.joined ? vocabulary.addJoined(word) : vocabulary.add(word))), { meaning, cost: form.cost });
  };
  const names = singleNames(menu);
  addItems(menu, lists.items.map((item) => item.category), lists.categoryNames, names, add);
  addGroups(menu, lists.choices, names, add);
  lists.categoryNames.forEach((names, category) => {
    for (const form of names.flatMap((name) => [...fullForms(name), ...fullForms(singularPhrase(name))])) add(form, { kind: 'category', category });
  });
  // A name of one word may well be that of a dish.
  const restaurant = wordsOf(menu.restaurant ?? '');
  if (restaurant.length > 1) add({ words: restaurant, cost: 0 }, { kind: 'restaurant' });
  const itemPositions = new Map(menu.items.map((item, k) => [item.id, k]));
  const groupPositions = new Map((menu.option_groups ?? []).map((group, k) => [group.id, k]));
  return { ...lists, itemPositions, groupPositions, vocabulary, phrases, heads: headsOfChoices(menu) };
}

interface Lists extends Pick<CompiledMenu, 'items' | 'groups' | 'choices' | 'categories' | 'itemsByGroup'> {
  readonly categoryNames: readonly (readonly string[])[];
}

function compileLists(menu: Menu): Lists {
  const optionGroups = menu.option_groups ?? [];
  const categoryIds = [...new Set([...(menu.categories ?? []).map((category) => category.id), ...menu.items.map((item) => item.category ?? '')])];
  const categoryOf = new Map(categoryIds.map((id, k) => [id, k]));
  const groupOf = new Map(optionGroups.map((group, k) => [group.id, k]));
  const items = menu.items.map((item) => ({
    id: item.id,
    name: item.name,
    words: wordsOf(item.name),
    endings: endingsOf([item.name, ...(item.aliases ?? [])]),
    category: categoryOf.get(item.category ?? '') ?? 0,
    groups: new Set((item.option_groups ?? []).map((id) => groupOf.get(id) ?? -1)),
  }));
  const choices = optionGroups.flatMap((group, k) =>
    group.choices.map((choice) => ({ id: choice.id, name: choice.name, words: wordsOf(choice.name), endings: endingsOf([choice.name, ...(choice.aliases ?? [])].filter((name) => wordsOf(name).length > 1)), group: k, countable: choice.countable ?? group.countable ?? false })),
  );
  const groups = optionGroups.map((group, k) => {
    const open = (group.qualifiable ?? false) || (group.negatable ?? false) || choices.some((choice) => choice.group === k && choice.countable);
    return {
      id: group.id,
      words: wordsOf(group.name),
      endings: endingsOf([group.name]),
      qualifiable: group.qualifiable ?? false,
      negatable: group.negatable ?? false,
      exclusive: typeof group.max === 'number' ? group.max === 1 : !open,
      defaults: new Set(choices.flatMap((choice, position) => (choice.group === k && [group.default ?? []].flat().includes(choice.id) ? [position] : []))),
      choices: choices.flatMap((choice, position) => (choice.group === k ? [position] : [])),
    };
  });
  const categoryNames = categoryIds.map((id) => (menu.categories ?? []).find((category) => category.id === id)?.names ?? []);
  const categories = categoryIds.map((id, k) => ({ id, endings: endingsOf(categoryNames[k] ?? []), items: items.flatMap((item, position) => (item.category === k ? [position] : [])) }));
  const itemsByGroup = groups.map((_, group) => items.flatMap((item, position) => (item.groups.has(group) ? [position] : [])));
  return { items, groups, choices, categories, itemsByGroup, categoryNames };
}

const LONGEST_ENDING = 3;

/** The last words of names, up to three of each, as stems joined by a space. */
function endingsOf(names: readonly string[]): ReadonlySet<string> {
  const endings = new Set<string>();
  for (const name of names) {
    const stems = wordsOf(name.replace(/\([^)]*\)|:.*$/g, ' ')).map(stem);
    for (let length = 1; length <= Math.min(LONGEST_ENDING, stems.length); length += 1) endings.add(stems.slice(-length).join(' '));
  }
  return endings;
}

type AddForm = (form: SurfaceForm, meaning: Meaning) => void;

/** Stems of the words that alone are the whole name of an item or a choice. */
function singleNames(menu: Menu): ReadonlySet<string> {
  const entries = [...menu.items, ...(menu.option_groups ?? []).flatMap((group) => group.choices)];
  const words = entries.flatMap((entry) => [entry.name, ...(entry.aliases ?? [])]).map(wordsOf);
  return new Set(words.flatMap(([word, ...more]) => (word === undefined || more.length > 0 ? [] : [stem(word)])));
}

function addItems(menu: Menu, categories: readonly number[], categoryNames: readonly (readonly string[])[], names: ReadonlySet<string>, add: AddForm): void {
  const weights = new WordWeights(menu.items.map((item) => [item.name, ...(item.aliases ?? [])]));
  // The head of a compound says the category: "tea drink" is a drink.
  const stemsOf = (names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => stem(wordsOf(name).at(-1) ?? '')));
  const everyStem = stemsOf(categoryNames.flat());
  const ownStems = categoryNames.map(stemsOf);
  menu.items.forEach((entry, item) => {
    const own = ownStems[categories[item] ?? -1];
    const categoryStems = own && own.size > 0 ? own : everyStem;
    const ways = [entry.name, ...(entry.aliases ?? [])];
    for (const name of ways) for (const form of fullForms(name, 3)) add(form, { kind: 'item', item });
    for (const name of distinctByStem(ways)) for (const form of partialForms(name, categoryStems, weights, names)) add(form, { kind: 'item', item });
  });
}

function addGroups(menu: Menu, choices: Lists['choices'], names: ReadonlySet<string>, add: AddForm): void {
  const optionGroups = menu.option_groups ?? [];
  const weights = new WordWeights(optionGroups.flatMap((group) => group.choices.map((choice) => [choice.name, ...(choice.aliases ?? [])])));
  let position = 0;
  optionGroups.forEach((group, k) => {
    for (const choice of group.choices) {
      const meaning: Meaning = { kind: 'choice', choices: [position] };
      const own = [choice.name, ...(choice.aliases ?? [])];
      const groupStems = new Set(wordsOf(group.name).map(stem));
      for (const name of own) for (const form of fullForms(name, 2)) add(form, meaning);
      for (const name of distinctByStem(own)) for (const form of partialForms(name, groupStems, weights, names)) add(form, meaning);
      position += 1;
    }
    for (const ambiguous of group.ambiguous_aliases ?? []) {
      const meant = choices.flatMap((choice, at) => (choice.group === k && ambiguous.choice_ids.includes(choice.id) ? [at] : []));
      for (const form of fullForms(ambiguous.alias)) add(form, { kind: 'choice', choices: meant });
    }
    const own = groupNames(group.name);
    for (const name of own) for (const form of fullForms(name)) add(form, { kind: 'group', group: k });
    const noun = nounOfGroup(group.name);
    for (const words of noun) add({ words, cost: GROUP_NOUN_COST }, { kind: 'group', group: k });
    const named = choices.flatMap((choice, at) => (choice.group === k && own.some((name) => endsWith(choice.name, name)) ? [at] : []));
    if (named.length > 1 && 2 * named.length >= group.choices.length && !group.ambiguous_aliases?.length) {
      for (const name of own) add({ words: wordsOf(name), cost: ANY_CHOICE_COST }, { kind: 'choice', choices: named });
    }
  });
}

/** "With milk" where the choices are kinds of milk: which one is for the conversation to ask. */
export const ANY_CHOICE_COST = 0.2;

/** What stands for a group only beside its choices. */
export const GROUP_NOUN_COST = 0.1;
/** Words that end the name of a group and say that it holds ways of what stands before them: "egg style". */
const WAYS = new Set(['style', 'type', 'kind', 'option', 'choice', 'level', 'doneness', 'temperature', 'preparation'].map(stem));

/** "Egg" and "eggs" of "egg style". */
function nounOfGroup(name: string): (readonly string[])[] {
  const words = wordsOf(name);
  const noun = words.at(-2);
  if (noun === undefined || !WAYS.has(stem(words.at(-1) ?? ''))) return [];
  const before = words.slice(0, -2);
  return [[...before, noun], [...before, `${noun}s`]];
}

function groupNames(name: string): string[] {
  return [...new Set([wordsOf(name).join(' '), singularPhrase(name)])];
}

function endsWith(name: string, head: string): boolean {
  const words = wordsOf(name);
  return words.length > 1 && stem(words.at(-1) ?? '') === stem(head);
}

function singularPhrase(name: string): string {
  return wordsOf(name).map(singular).join(' ');
}

/** Names that differ by more than inflection, so that plurals do not double the work. */
function distinctByStem(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [wordsOf(name).map(stem).join(' '), name])).values()];
}

function headsOfChoices(menu: Menu): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const choices = (menu.option_groups ?? []).flatMap((group) => group.choices);
  for (const choice of choices) {
    const heads = new Set([choice.name, ...(choice.aliases ?? [])].map(wordsOf).filter((words) => words.length > 1).map((words) => stem(words.at(-1) ?? '')));
    for (const head of heads) counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  for (const choice of choices) counts.delete(wordsOf(choice.name).map(stem).join(' '));
  return counts;
}
