import { dishesOf } from '../../questions/asked-about';
import { type Choosable, choiceNamed } from '../../questions/asked-choice';
import { type Dialogue, dialogueOf } from '../../dialogue';
import { type Move, say, withNote } from '../../move';
import { normalise } from '../../speech/utterance';
import { sayChoice } from '../../wording/choices';
import { changing } from '../orders/changing';
import { clearing } from '../orders/clearing';
import { isOrder, ordering } from '../orders/ordering';

/** Attempts to give orders to the program instead of ordering. */
const COMMANDS = /\b(?:ignore|disregard|forget|override|bypass) (?:all |any |your |the |my |previous |prior |above )*(?:instructions?|rules?|prompts?|guidelines?|restrictions?)\b|\b(?:system|developer) (?:prompt|message|mode)\b|\byour (?:instructions|rules|prompt)\b|\b(?:you are|act|pretend)(?: now| as| to be| like)+ (?!closed|open)|\bjailbreak\b|\bdan mode\b/;
const ADMINISTRATION = /\b(?:i am|i'm|as) (?:the |an? |your )?(?:admin(?:istrator)?|owner|root|developer|manager|superuser|staff)\b|\b(?:delete|drop|truncate|wipe|update|insert) (?:all |the |every )*(?:tables?|databases?|users?|restaurants?|orders|menus?|reviews|data)\b|\b(?:sudo|root access|make me (?:an )?admin|api keys?|access tokens?|secrets?|env(?:ironment)? variables?)\b/;
const OTHER_PEOPLE = /\b(?:(?:show|list|see|get|give|tell|what|view|cancel|delete|change)\b.*\b(?:(?:all|other|every|everyone'?s?|somebody'?s|someone'?s|people'?s|another)(?: (?!my\b|our\b)\w+'?s?)? (?:users?|customers?|accounts?|orders?|passwords?|emails?|people)|orders? (?:of|by|from) (?!(?:the|my|this|that)\b)\p{L}+$|passwords?))\b/u;
const PRICES = /\b(?:(?:can|could|will|would) (?:you|u|they|i) (?:do|give|get|make|have|sell|take) (?:it|that|this|me (?:it|that|this)|them) for (?:rs |inr |only |just )*\d+|(?:make|give|get|want|have)(?: \w+){0,4} (?<!\b(?:gluten|sugar|dairy|lactose|nut|egg|meat|fat|alcohol|caffeine|calorie|onion|garlic|wheat|milk|soy) )(?:for )?free|(?<!\bdeliver\w* (?:\w+ ){0,3})for free|free of (?:charge|cost)|(?:set|change|reduce|lower|drop) (?:the |its |my )?(?:prices?|total|bill|cost)|discounts?|coupons?|promo(?:tion)?s?|promo codes?|vouchers?|(?:any|an|special|the) offers?|offers|deals?|cashback|for nothing|(?:at|for) (?:rs |inr )?(?:0|zero|1|one) (?:rupees?|rs|dollars?|bucks?))\b/;

/** A price that somebody names for what they order. */
const NAMED_PRICE = /[ ,]*\b(?:at|for) (?:only |just )?(?:[₹$€£] ?|rs\.? ?|inr ?)?\d+(?:\.\d+)?(?: ?(?:rs|rupees?|inr|dollars?|bucks?|[₹$€£]))?(?: each| apiece| a piece| per (?:piece|plate))?(?=$|[.,!?]| )|[ ,]*\b(?:for (?:free|nothing)|free of (?:cost|charge)|with (?:an? )?(?:\d+ ?%? ?)?(?:discount|coupon|promo code)(?: code)?(?: \S+)?)\b/giu;
const SENTENCE = /(?<=[.!?:;])\s+|\n+/u;
const CLAUSE = /,? (?:and then|and|then|but) |, /u;
/** "A meal deal", where a menu has a choice of that name. */
const DEAL = /\b(\p{L}+) (?:deals?|offers?)\b/u;

/** What nobody is given here: other people's data, other prices, other powers. What is ordered beside it is ordered as ever. */
export async function limits(dialogue: Dialogue): Promise<Move | undefined> {
  const { text } = dialogue;
  const refusal = refusalOf(text);
  if (refusal === undefined) return undefined;
  const deal = isCommand(text) ? undefined : dealOfMenu(dialogue);
  if (deal !== undefined) return isOrder(text) ? undefined : sayChoice(dialogue, deal);
  const order = OTHER_PEOPLE.test(text) ? undefined : (calledOffBeside(dialogue) ?? (await orderBeside(dialogue)));
  return order?.kind !== 'call' ? say(`${refusal} What would you like to eat?`, ['Show restaurants']) : withNote(order, refusal);
}

function refusalOf(text: string): string | undefined {
  if (isCommand(text)) return 'I only take food orders, and for everybody by the same rules and the prices of the menu.';
  if (OTHER_PEOPLE.test(text)) return 'I only show you what is yours: "my orders" and "my reviews".';
  return PRICES.test(text) ? 'Prices are those of the menu: I know of no discounts and cannot change them.' : undefined;
}

/** "Without a discount no, forget it, cancel": what is said besides is called off. */
function calledOffBeside(dialogue: Dialogue): Move | undefined {
  const besides = dialogue.text.split(CLAUSE).filter((clause) => refusalOf(clause) === undefined).join(', ');
  return besides === dialogue.text ? undefined : clearing({ ...dialogue, text: besides, message: besides });
}

function dealOfMenu({ text, catalogue }: Dialogue): Choosable | undefined {
  const [, word] = DEAL.exec(text) ?? [];
  return word === undefined ? undefined : catalogue.restaurants.flatMap((restaurant) => choiceNamed(word, dishesOf(restaurant)) ?? [])[0];
}

function isCommand(text: string): boolean {
  return COMMANDS.test(text) || ADMINISTRATION.test(text);
}

/** What the message orders besides: without the sentences that give commands, and without the price that it names. */
async function orderBeside(dialogue: Dialogue): Promise<Extract<Move, { kind: 'call' }> | undefined> {
  const { message, facts, memory, catalogue } = dialogue;
  const told = message.split(SENTENCE).map(withoutCommand).join(' ').replace(NAMED_PRICE, ' ').replace(/\s+/g, ' ').trim();
  const piece = dialogueOf(told, { facts, memory, catalogue });
  if (told === '' || told === message.trim() || !isOrder(piece.text) || catalogue.dishIn(piece.mention?.rest ?? piece.text) === undefined) return undefined;
  const move = facts.order === undefined ? await ordering(piece) : ((await changing(piece)) ?? (await ordering(piece)));
  return move?.kind === 'call' && move.calls.some(({ tool }) => tool === 'add_to_order' || tool === 'change_order') ? move : undefined;
}

function withoutCommand(sentence: string): string {
  if (!isCommand(normalise(sentence))) return sentence;
  return sentence.split(CLAUSE).filter((clause) => !isCommand(normalise(clause))).join(' and ');
}
