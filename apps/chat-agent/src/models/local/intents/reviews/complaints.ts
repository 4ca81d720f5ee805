import type { Dialogue } from '../../dialogue';
import { wishIn } from '../../orders/kitchen-notes';
import { call, type Move, say } from '../../move';

const LATE = /\b(?:(?:it(?:'s| is|s| has)|its been|been|waiting|waited)(?: \w+){0,4} (?:hours?|minutes?|mins?|ages|forever|long)|(?:still )?(?:not|n't|never) (?:yet )?(?:here|come|came|arrived|delivered|received|reached)|(?:is|running|so|very|too|getting) late|(?:taking|takes) (?:so |too |very )?(?:long|forever|ages)|never got)\b/;
/** "What if it's late?" */
const WHAT_IF = /^(?:and |but |so )?what (?:if|happens (?:if|when))\b.*\b(?:late|cold|wrong|bad|missing|not (?:come|arrive)|never|delayed?|long)\b/;
const REFUND = /\b(?:refunds?|money back|compensat\w+)\b/;
const WRONG = /\b(?:wrong (?:order|item|food|dish)|missing (?:item|food|dish)|(?:item|food|dish|something)(?: is| was)? missing|complain(?:t|ts)?|\p{L}+ (?:was|were|came|arrived|is) (?:so |very |too |really |all )*(?:cold|stale|burnt|raw|spoiled|bad|terrible|awful|horrible|disgusting|undercooked|overcooked|soggy|late|wrong)|found a? ?(?:hair|insect|fly|bug)|food poisoning|got sick)\b/u;
const ANGRY = /^(?:(?:you|u) (?:are|r)|(?:are|r) (?:you|u)|you're|this is|it is|it's|that's|that is|what a|so) (?:a |an |so |very |really |such a |just |the |all )*(?:useless|stupid|terrible|awful|horrible|bad|worst|dumb|idiot|ridiculous|rubbish|crap|pathetic|annoying|joke|scam|bullshit|frustrating)\b|\b(?:wtf|f+u+c*k\w*|shit|damn(?: it)?|idiot|stupid bot|hate (?:this|you))\b/;
const HUMAN = /\b(?<!\b(?:i'm|i am|we are|as) (?:\w+ ){0,3})(?:(?:talk|speak|chat|connect)(?: me)? (?:to|with) (?:a |an |the |some)?(?:human|person|agent|manager|someone|somebody|representative|owner|staff)|real person|human|customer (?:care|service|support)|helpline|call (?:me|centre|center)|(?:phone|contact) (?:number|no)|contact|manager)\b/;

const PHONE = /\b(?:phone|contact|telephone|mobile|whatsapp)(?: (?:number|no|details|info\w*))\b/;
const HOW_TO_GO_ON = 'Please tell the restaurant, with your order number from "my orders".';

/** What went wrong: said to be heard, with what can be done from here and no promise that nobody keeps. */
export function complaints(dialogue: Dialogue): Move | undefined {
  const { text, facts } = dialogue;
  if (WHAT_IF.test(text)) return say(`Then please tell the restaurant: I cannot promise a time, and I take no payments that I could give back. "Where is my order" tells how far it is once it is placed. What would you like to eat?`, ['Show restaurants']);
  if (PHONE.test(text) && dialogue.mention !== undefined) return phone(dialogue);
  if (REFUND.test(text)) return say(`I am sorry! I take no payments, so I cannot give money back: please speak to the restaurant. ${HOW_TO_GO_ON} An order that is not being prepared yet can be cancelled: "cancel my last order".`, ['My orders', 'Cancel my last order']);
  if (HUMAN.test(text) && (facts.order === undefined || wishIn(text) === undefined)) return say(`I am a program and cannot connect you to anybody, sorry. ${HOW_TO_GO_ON} Shall I show your orders?`, ['My orders']);
  if (WRONG.test(text)) return say(`I am sorry to hear that! ${HOW_TO_GO_ON} To tell others, write a review: "review RESTAURANT 2 stars: what happened".`, ['My orders']);
  if (LATE.test(text)) return call('get_order_status', {}, { note: 'I am sorry that you have to wait!' });
  if (!ANGRY.test(text)) return undefined;
  return say('I am sorry that this is not going well. What may I get you? A dish or a restaurant will do.', ['Show restaurants', 'Help']);
}

/** Where a restaurant is, is all that is known of how to reach it. */
function phone({ mention }: Dialogue): Move {
  const restaurant = mention?.restaurant;
  const known = restaurant === undefined ? '' : ` ${restaurant.name} is in ${restaurant.area}.`;
  return say(`I know no phone numbers, sorry.${known} Would you like to see its menu?`, restaurant === undefined ? ['Show restaurants'] : [`Menu of ${restaurant.name}`], restaurant === undefined ? {} : { restaurant: restaurant.name });
}
