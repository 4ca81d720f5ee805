import { money } from '../../../conversation/order-summary';
import type { Party } from '../speech/party';

/** What each of a party may eat for; how much a dish feeds is not known. */
export function forParty({ people, budget }: Party, currency: string): string {
  const share = budget === undefined ? '' : ` ${money(budget, currency)} for ${people} is ${money(Math.floor(budget / people), currency)} each, before tax.`;
  return `Menus do not say how many a dish feeds: count one main dish for each of the ${people}.${share}`;
}
