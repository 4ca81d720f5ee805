import { isAgreement, isRefusal } from '../../../conversation/agreement';
import type { Dialogue } from '../dialogue';
import { call, type Move, say } from '../move';

/** Yes and no, to the order that was shown or to whatever stands open. */
export function confirmation({ message, facts }: Dialogue): Move | undefined {
  if (isAgreement(message)) return agreed(facts);
  if (!isRefusal(message)) return undefined;
  if (facts.order !== undefined || facts.pendingOrder !== undefined) return call('cancel_pending_order', {}, { question: undefined });
  if (message.toLowerCase().includes('cancel')) return say('No order is under way. To cancel one that is placed, say "cancel my last order". What would you like?', ['Cancel my last order', 'Show restaurants'], { question: undefined });
  return say('No problem. What would you like instead? Name a dish or a restaurant, or say "show restaurants".', ['Show restaurants', 'My orders'], { question: undefined });
}

function agreed({ pendingOrder, order }: Dialogue['facts']): Move {
  if (pendingOrder !== undefined) return call('place_order');
  if (order !== undefined) return call('show_order');
  return say('Great! What would you like to eat? Name a dish or a restaurant.', ['Show restaurants', 'What is good?']);
}
