import type { FieldError, OrderOption } from '@foodie-express/contracts';
import type { PricedOption, StoredChoice, StoredItem, StoredOptionGroup } from '@foodie-express/restaurant-data';

/** The options of one line as the kitchen gets them, or what is wrong with those that were asked for. */
export interface ChosenOptions {
  readonly options: PricedOption[];
  readonly errors: FieldError[];
  /** Names of what is sold out. */
  readonly soldOut: string[];
}

/**
 * Checks the options asked for against the item's groups and fills in defaults. In a group where something is chosen exactly that
 * is taken; where nothing is, its defaults are, less those that are negated ("no onion").
 * @param path of the line: `items.0`
 */
export function chooseOptions(item: StoredItem, groups: readonly StoredOptionGroup[], asked: readonly OrderOption[], path: string): ChosenOptions {
  const ofItem = groups.filter(({ id }) => item.optionGroups.includes(id));
  const errors = [...unknownOptions(item, ofItem, asked, path), ...repeatedOptions(asked, path)];
  if (errors.length > 0) return { options: [], errors, soldOut: [] };
  const chosen = ofItem.map((group) => ({ group, taken: takenOf(group, asked) }));
  return {
    options: chosen.flatMap(({ group, taken }) => taken.map(({ choice, option }) => pricedOption(group, choice, option))),
    errors: chosen.flatMap(({ group, taken }) => boundErrors(group, taken, path)),
    soldOut: chosen.flatMap(({ taken }) => taken.filter(({ choice, option }) => !choice.available && option.negated !== true).map(({ choice }) => choice.name)),
  };
}

interface Taken {
  readonly choice: StoredChoice;
  readonly option: Omit<OrderOption, 'group_id' | 'choice_id'>;
}

function takenOf(group: StoredOptionGroup, asked: readonly OrderOption[]): Taken[] {
  const said = asked.filter(({ group_id }) => group_id === group.id);
  const isSaid = (choice: StoredChoice) => said.some(({ choice_id }) => choice_id === choice.id);
  const nothingChosen = said.every(({ negated }) => negated === true);
  return group.choices.flatMap((choice): Taken[] => {
    const option = said.find(({ choice_id }) => choice_id === choice.id);
    if (option !== undefined) return [{ choice, option }];
    return nothingChosen && !isSaid(choice) && group.defaults.includes(choice.id) ? [{ choice, option: {} }] : [];
  });
}

function pricedOption(group: StoredOptionGroup, choice: StoredChoice, { qualifier, negated, count = 1 }: Taken['option']): PricedOption {
  return {
    groupId: group.id,
    choiceId: choice.id,
    name: choice.name,
    price: negated === true ? 0 : choice.price * count,
    ...(qualifier !== undefined && { qualifier }),
    ...(negated === true && { negated }),
    ...(count > 1 && { count }),
  };
}

function unknownOptions(item: StoredItem, groups: readonly StoredOptionGroup[], asked: readonly OrderOption[], path: string): FieldError[] {
  return asked.flatMap((option, index) => {
    const at = `${path}.options.${index}`;
    const group = groups.find(({ id }) => id === option.group_id);
    if (group === undefined) return [{ path: `${at}.group_id`, message: groupMessage(item, groups) }];
    const choice = group.choices.find(({ id }) => id === option.choice_id);
    if (choice === undefined) return [{ path: `${at}.choice_id`, message: `should be one of ${listOf(group.choices.map(({ id }) => id))}` }];
    return misusedOption(group, choice, option, at);
  });
}

function groupMessage(item: StoredItem, groups: readonly StoredOptionGroup[]): string {
  return groups.length === 0 ? `should be left out: ${item.name} has no options` : `should be one of ${listOf(groups.map(({ id }) => id))}`;
}

function misusedOption(group: StoredOptionGroup, choice: StoredChoice, { qualifier, negated, count = 1 }: OrderOption, at: string): FieldError[] {
  const isNegated = negated === true;
  return [
    ...(qualifier !== undefined && !group.qualifiable ? [{ path: `${at}.qualifier`, message: `should be left out: ${group.name} takes no light or extra` }] : []),
    ...(isNegated && !group.negatable ? [{ path: `${at}.negated`, message: `should be left out: ${group.name} cannot be left off` }] : []),
    ...(count > 1 && !choice.countable ? [{ path: `${at}.count`, message: `should be 1: ${choice.name} is taken once` }] : []),
    ...(isNegated && (count > 1 || qualifier !== undefined) ? [{ path: `${at}.negated`, message: 'should stand alone, without count and qualifier' }] : []),
  ];
}

function repeatedOptions(asked: readonly OrderOption[], path: string): FieldError[] {
  const isSame = (a: OrderOption, b: OrderOption) => a.group_id === b.group_id && a.choice_id === b.choice_id;
  return asked.flatMap((option, index) =>
    asked.findIndex((other) => isSame(other, option)) < index
      ? [{ path: `${path}.options.${index}`, message: `repeats ${option.choice_id}: give it once, with a count` }]
      : [],
  );
}

function boundErrors(group: StoredOptionGroup, taken: readonly Taken[], path: string): FieldError[] {
  const portions = taken.filter(({ option }) => option.negated !== true).reduce((sum, { option }) => sum + (option.count ?? 1), 0);
  const choices = listOf(group.choices.filter(({ available }) => available).map(({ name, id }) => (name.toLowerCase() === id ? id : `${name} (${id})`)));
  const at = `${path}.options`;
  if (portions < group.min) return [{ path: at, message: `should choose at least ${group.min} of ${group.name} (${group.id}): ${choices}` }];
  if (group.max !== undefined && portions > group.max) {
    return [{ path: at, message: `should choose at most ${group.max} of ${group.name} (${group.id}), got ${portions}` }];
  }
  return [];
}

/** Longer lists say how many more there are. */
const SHOWN = 12;

function listOf(words: readonly string[]): string {
  const more = words.length - SHOWN;
  return `${words.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
