import { money } from '../../../conversation/order-summary';
import type { Dialogue } from '../dialogue';
import { type Move, say } from '../move';
import { piecesOf } from '../parts-by-place';
import { bestReadings, isSomething, readAt } from './ordering';

const ASKED = /^(?:(?:so|and|ok|hey|just)[ ,]+)*(?:what (?:would|will|does|do|is|are)|how much (?:would|will|does|do|is|are|for)?|(?:what's |what is )?the (?:price|cost|total) (?:of|for)|price (?:of|for)|cost of)\b(.+?)(?:\b(?:cost|costs|be|come to|total|set me back|together|altogether|in total|all together)\b[ ,]*)*$/;

/** "What would 2 butter chicken and a pav bhaji cost?": the sum by the menu, and nothing is ordered by it. */
export async function estimates(dialogue: Dialogue): Promise<Move | undefined> {
  const { mention, catalogue } = dialogue;
  const said = ASKED.exec(mention?.rest ?? dialogue.text)?.[1]?.trim();
  if (said === undefined || piecesOf(said).length < 2) return undefined;
  const readings = mention === undefined ? await bestReadings(dialogue, said) : [await readAt(dialogue, mention.restaurant.name, said)];
  const [reading, ...others] = readings.filter((each) => isSomething(each));
  const restaurant = catalogue.find(reading?.restaurantName);
  if (reading === undefined || restaurant === undefined || others.length > 0 || reading.lines.length < 2 || reading.unclear.length > 0 || reading.unknown.length > 0 || reading.badQuantity !== undefined) return undefined;
  const priced = reading.lines.map(({ item_name, quantity }) => ({ item_name, quantity, price: restaurant.items.find((item) => item.item_name === item_name)?.price ?? 0 }));
  const sum = priced.reduce((total, { quantity, price }) => total + quantity * price, 0);
  const listed = priced.map(({ item_name, quantity, price }, index) => `${index + 1}. ${quantity} × ${item_name}: ${money(quantity * price, restaurant.currency)}`);
  return say(`At ${restaurant.name}:\n${listed.join('\n')}\nTogether ${money(sum, restaurant.currency)}, before options and tax. Shall I order it? (yes / no)`, ['Yes', 'No'], {
    restaurant: restaurant.name,
    question: { kind: 'next_order', text: `${said} from ${restaurant.name.toLowerCase()}` },
  });
}
