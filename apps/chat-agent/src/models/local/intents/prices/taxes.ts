import type { Restaurant } from '@foodie-express/contracts';
import { type Dialogue, restaurantSpokenOf } from '../../dialogue';
import { type Move, say } from '../../move';
import { taxText } from '../../wording/estimates';

const TAX = /\b(?:tax|taxes|gst|vat)\b/;

/** What tax restaurants take; that of the order under way stands on it. */
export function taxes(dialogue: Dialogue): Move | undefined {
  const { text, facts, catalogue } = dialogue;
  if (!TAX.test(text) || facts.order !== undefined) return undefined;
  const restaurant = catalogue.find(restaurantSpokenOf(dialogue));
  if (restaurant !== undefined) return say(`${restaurant.name}: ${ruleOf(restaurant)}. It stands on your order before you say yes. What would you like from there?`, [`Menu of ${restaurant.name}`], { restaurant: restaurant.name });
  const rules = new Map<string, string[]>();
  for (const each of catalogue.restaurants) rules.set(ruleOf(each), [...(rules.get(ruleOf(each)) ?? []), each.name]);
  const [most, ...others] = [...rules].sort(([, left], [, right]) => right.length - left.length);
  const exceptions = others.slice(0, 5).map(([rule, names]) => `At ${names.slice(0, 5).join(', ')}: ${rule}.`);
  return say([`Tax: ${most?.[0] ?? 'none'}.`, ...exceptions, 'It stands on your order before you say yes, and nothing comes on top of its total. What would you like?'].join('\n'), ['Show restaurants']);
}

function ruleOf({ tax }: Restaurant): string {
  if (tax === undefined) return 'no tax is added to the prices';
  return tax.included_in_prices ? `${taxText(tax)} is included in the prices` : `${taxText(tax)} is added to the prices`;
}
