import { money } from '../../../../conversation/order-summary';
import { askedAbout } from '../../questions/asked-about';
import { wantedIn } from '../../questions/price-wanted';
import type { Dialogue } from '../../dialogue';
import { estimate } from '../../orders/estimate';
import type { Move } from '../../move';
import { answered } from '../../wording/answered';
import { estimateText } from '../../wording/estimates';
import { readAt } from './ordering';

const UNIT = '(?: ?(?:rs|rupees?|inr|bucks?|dollars?|k?cals?|calories))?';
const TAG = "(?: (?:right|doesn't it|does it not|isn't it|don't they|aren't they|no|na|yes|correct|yeah|plus tax|with tax|too|also|as well|only|each))*";
/** "Idli has 180 too, doesn't it?", "so 3 pav bhaji is 480 plus tax?": an amount that is told and asked after. */
const CLAIM = new RegExp(`^(?:(?:and|so|but|ok|wait|then)[ ,]+)*(?:(?:is|are|does|do) )?([^\\s,].*?) (?:has|have|had|is|are|cost|costs|comes to|makes?) (?:only |about |also |around |just |rs )*(\\d{2,5}(?:\\.\\d+)?)${UNIT}(?: ?,)?${TAG}$`);
const ENDS = /\?\s*$|\b(?:right|doesn't it|isn't it|don't they|aren't they|correct|na)\s*$/i;

/** Whether what somebody tells of a dish, its price or its calories, is what its menu says. */
export async function claims(dialogue: Dialogue): Promise<Move | undefined> {
  const { text, message } = dialogue;
  const [, subject = '', amount] = CLAIM.exec(text) ?? [];
  if (amount === undefined || !ENDS.test(message)) return undefined;
  const { dishes, how } = askedAbout({ ...dialogue, text: subject, mention: dialogue.catalogue.mentionIn(subject) });
  const [dish, ...others] = how === 'in sight' ? [] : dishes;
  if (dish === undefined || others.some(({ restaurant }) => restaurant !== dish.restaurant)) return undefined;
  const { restaurant, item } = dish;
  const { lines } = await readAt(dialogue, restaurant.name, wantedIn(restaurant, subject));
  const [line] = lines;
  const meant = line === undefined ? [{ item_name: item.item_name, quantity: 1 }] : lines;
  const { subtotal, total } = estimate(restaurant, meant);
  const isOne = meant.every(({ quantity }) => quantity === 1) && meant.length === 1;
  const said = Number(amount);
  const calories = isOne && item.calories !== undefined ? [item.calories] : [];
  const isSo = [item.price, subtotal, total, ...calories].includes(said);
  const facts = isOne ? `${item.item_name} (${restaurant.name}): ${money(item.price, restaurant.currency)}${item.calories === undefined ? '' : `, ${String(item.calories)} kcal by its menu`}.` : estimateText({ restaurant, lines: meant });
  return answered(dialogue, `${isSo ? 'Yes' : 'No'}: ${facts}`, { ask: 'How many would you like?', suggestions: ['1', '2'] }, {
    restaurant: restaurant.name,
    dish: item.item_name.toLowerCase(),
    question: isOne ? { kind: 'how_many', restaurant: restaurant.name, item: item.item_name } : { kind: 'order_that', restaurant: restaurant.name, lines: [...meant] },
  });
}
