import { money } from '../../../../conversation/order-summary';
import type { Dialogue } from '../../dialogue';
import { type Move, say } from '../../move';
import type { OrderReading, UnclearItem } from '../../orders/order-reading';
import { sayDishes } from '../../wording/dishes';

/** Which of several items is meant, or whether the only one that comes near is. `note` stands before it, with its line end. */
export function whichItem(dialogue: Dialogue, { restaurantName: restaurant, lines }: OrderReading, { items, quantity, how }: UnclearItem, note: string): Move {
  const [only, ...more] = items;
  if (only !== undefined && more.length === 0) {
    return say(`${note}Did you mean ${quantity} × ${only}? (yes / no)`, ['Yes', 'No'], { question: { kind: 'which_item', restaurant, items: [only], quantity, how, others: [...lines] }, restaurant });
  }
  const listed = items.map((name, index) => `${index + 1}. ${pricedName(dialogue, restaurant, name)}`).join('\n');
  const where = dialogue.facts.order === undefined && dialogue.mention === undefined ? ` ${restaurant} has:` : '';
  return say(`${note}Which one do you mean?${where}\n${listed}`, items.slice(0, 4), {
    question: { kind: 'which_item', restaurant, items: [...items], quantity, how, others: [...lines] },
    list: { kind: 'items', names: [...items] },
    restaurant,
  });
}

function pricedName({ catalogue }: Dialogue, restaurantName: string, name: string): string {
  const restaurant = catalogue.find(restaurantName);
  const price = restaurant?.items.find(({ item_name }) => item_name === name)?.price;
  return price === undefined ? name : `${name}: ${money(price, restaurant?.currency ?? '')}`;
}

/** "Show me the thalis at Patel": the dishes that were named, with their prices. */
export function dishesRead({ catalogue }: Dialogue, { restaurantName, lines, unclear }: OrderReading): Move {
  const names = new Set([...lines.map(({ item_name }) => item_name), ...unclear.flatMap(({ items }) => items)]);
  return sayDishes(catalogue.dishes.filter(({ restaurant, item }) => restaurant.name === restaurantName && names.has(item.item_name)));
}

/** ": Gujarati Thali ₹450", so that the person can choose by it. */
export function pricesOf({ catalogue }: Dialogue, { restaurantName, lines, unclear }: OrderReading): string {
  const names = [...lines.map(({ item_name }) => item_name), ...unclear.flatMap(({ items }) => items)];
  const restaurant = catalogue.find(restaurantName);
  const priced = (restaurant?.items ?? []).filter(({ item_name }) => names.includes(item_name)).map(({ item_name, price }) => `${item_name} ${money(price, restaurant?.currency ?? '')}`);
  return priced.length === 0 ? '' : `: ${priced.slice(0, 3).join(', ')}`;
}
