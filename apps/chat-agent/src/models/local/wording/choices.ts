import type { Choosable } from '../questions/asked-choice';
import type { Dialogue } from '../dialogue';
import type { Move } from '../move';
import { answered } from './answered';
import { choiceText } from './estimates';

/** What a choice is, of which menus say no more than its name and its price. */
export function sayChoice(dialogue: Dialogue, { dish: { restaurant, item }, group, choice }: Choosable): Move {
  const example = `1 ${item.item_name} with ${choice.name.toLowerCase()}`;
  const kind = group.choices.length === 1 ? 'a choice' : `a choice of ${group.name.toLowerCase()}`;
  return answered(dialogue, `${choiceText(choice, restaurant.currency)} is ${kind} for ${item.item_name} at ${restaurant.name}; the menu says no more of it.`, { ask: `Would you like it? For example: ${example}`, suggestions: [example] }, { restaurant: restaurant.name, dish: item.item_name.toLowerCase() });
}
