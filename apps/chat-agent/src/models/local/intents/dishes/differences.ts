import { formatMoney, toMinorUnits } from '@foodie-express/contracts';
import { money } from '../../../../conversation/order-summary';
import { asksDifference, dishesBetween } from '../../questions/asked-between';
import type { Dish } from '../../catalogue/catalogue';
import type { Dialogue } from '../../dialogue';
import { type Move, say } from '../../move';
import { answered } from '../../wording/answered';

/** "Why is Agashiye more expensive?" */
const WHY = /^(?:(?:and|so|but|ok|then)[ ,]+)*(?:why|how come|what makes)\b.*\b(?:expensive|costly|pricey|costs?|dearer|cheap(?:er)?|more|less|price[ds]?|much)\b/;
const MAX_TOLD = 4;

/** "What is the difference between A and B?", at one place or at two; and why one of them costs more, which no menu says. */
export function differences(dialogue: Dialogue): Move | undefined {
  const { text } = dialogue;
  if (WHY.test(text)) return whyDearer(dialogue);
  const dishes = asksDifference(text) ? dishesBetween(dialogue) : [];
  return dishes.length < 2 ? undefined : sayDifference(dialogue, dishes);
}

function whyDearer(dialogue: Dialogue): Move | undefined {
  const { text, mention, memory, catalogue, facts } = dialogue;
  const name = catalogue.dishIn(mention?.rest ?? text) ?? memory.dish ?? facts.order?.lines.at(-1)?.itemName.toLowerCase();
  const sold = catalogue.dishesCalled(name);
  const named = mention === undefined ? sold : [...sold.filter(({ restaurant }) => restaurant === mention.restaurant), ...sold.filter(({ restaurant }) => restaurant !== mention.restaurant)];
  const dishes = name === undefined ? [] : named.slice(0, MAX_TOLD);
  if (dishes.length === 0) return /\b(?:total|order|bill|tax|gst)\b/.test(text) || facts.order !== undefined ? undefined : say('Each restaurant sets its own prices, and menus do not say why. Whose menu would you like to see?', ['Show restaurants']);
  return sayDifference(dialogue, dishes, 'Menus do not say why; all that they say is:');
}

function sayDifference(dialogue: Dialogue, dishes: readonly Dish[], heading?: string): Move {
  const told = dishes.slice(0, MAX_TOLD);
  const [first, second, ...others] = told;
  const lines = told.map(describe);
  const between = first === undefined || second === undefined || others.length > 0 ? [] : apart(first, second);
  const example = `1 ${first?.item.item_name ?? ''} from ${first?.restaurant.name ?? ''}`;
  return answered(dialogue, [...(heading === undefined ? [] : [heading]), ...lines, ...between, 'The menus say no more than that.'].join('\n'), { ask: `Which one would you like? For example: ${example}`, suggestions: [example] }, {
    list: { kind: 'dishes', names: told.map(({ item, restaurant }) => `${item.item_name} from ${restaurant.name}`) },
    dish: first?.item.item_name.toLowerCase(),
    question: undefined,
  });
}

function describe({ restaurant, item }: Dish): string {
  const kcal = item.calories === undefined ? '' : `, ${String(item.calories)} kcal`;
  return `${item.item_name} (${restaurant.name}), ${money(item.price, restaurant.currency)}${kcal}: ${item.description ?? 'its menu has no words for it.'}`;
}

/** How far two are apart in price. */
function apart(one: Dish, other: Dish): string[] {
  const { currency } = one.restaurant;
  if (currency !== other.restaurant.currency) return [];
  const units = toMinorUnits(one.item.price, currency) - toMinorUnits(other.item.price, currency);
  if (units === 0) return ['They cost the same.'];
  const [dearer] = units > 0 ? [one] : [other];
  const isOneName = one.item.item_name === other.item.item_name;
  return [`${isOneName ? `That of ${dearer.restaurant.name}` : dearer.item.item_name} costs ${formatMoney(Math.abs(units), currency)} more.`];
}
