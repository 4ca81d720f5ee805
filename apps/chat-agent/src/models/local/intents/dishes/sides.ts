import { choiceNamed } from '../../questions/asked-choice';
import { namedOf } from '../../questions/asked-ingredient';
import type { Dish } from '../../catalogue/catalogue';
import type { Dialogue } from '../../dialogue';
import type { Move } from '../../move';
import { answered } from '../../wording/answered';
import { sayDishes } from '../../wording/dishes';
import { isOrder } from '../orders/ordering';

const ASKED = /^(?:(?:and|so|but|ok|also|oh|hey)[ ,]+)*(?:(?:do|does|is|are|have|has|got|can|any|there|you|they|u|i|we|get|order|some|also|an?|the)\b ?)+(\S.*?) (?:to go with|along with|alongside|with) (?:the |your |my |an? )?(\S.*)$/;

/** "Do you have naan or roti with the butter chicken?": what the place of that dish has of it, or that it has none. */
export function sides(dialogue: Dialogue): Move | undefined {
  const { text, catalogue } = dialogue;
  const [, what = '', with_ = ''] = ASKED.exec(text) ?? [];
  const name = what === '' || isOrder(text) || /\b(?:it|they|that|this|these|those|come|comes|goes|served?|be|price|how)\b/.test(what) ? undefined : catalogue.dishIn(with_);
  const [dish, ...others] = catalogue.dishesCalled(name);
  if (dish === undefined || new Set([dish, ...others].map(({ restaurant }) => restaurant)).size > 1) return undefined;
  const wanted = what.split(/ or | and |, /).map((each) => each.replace(/^(?:any|some|an?|the) /, '')).filter((each) => each !== '');
  const isUnknown = wanted.every((each) => each.split(' ').length <= 3 && isOnNoMenu(each, dish));
  if (wanted.length === 0 || wanted.some((each) => catalogue.dishIn(each) !== undefined && !isUnknown)) return undefined;
  const there = wanted.flatMap((each) => catalogue.dishesLike(each)).filter(({ restaurant }) => restaurant === dish.restaurant);
  if (there.length > 0) return sayDishes(there, 'Yes!');
  if (!isUnknown) return undefined;
  const { restaurant, item } = dish;
  const told = item.description === undefined ? '' : `\nThe menu says of ${item.item_name}: ${item.description}`;
  return answered(dialogue, `${restaurant.name} has no ${wanted.join(' and no ')} on its menu.${told}`, { ask: `Would you like one? For example: 1 ${item.item_name}`, suggestions: [`1 ${item.item_name}`] }, { restaurant: restaurant.name, dish: item.item_name.toLowerCase() });
}

/** Neither a dish of the place nor a choice nor a word of its description. */
function isOnNoMenu(wanted: string, dish: Dish): boolean {
  const isDish = dish.restaurant.items.some(({ item_name, aliases = [] }) => [item_name, ...aliases].some((each) => each.toLowerCase().includes(wanted)));
  return !isDish && choiceNamed(wanted, [dish]) === undefined && namedOf(wanted.split(' ').at(-1) ?? wanted, dish.item.description ?? '').length === 0;
}
