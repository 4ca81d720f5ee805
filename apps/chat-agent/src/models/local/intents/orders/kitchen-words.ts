import { wished } from '../../changes/wishing';
import { type Dialogue, dialogueOf, type Intent } from '../../dialogue';
import { call, type Move, say } from '../../move';
import { toldKitchen, type ToldKitchen } from '../../orders/told-kitchen';
import { lineOfPortion, type Portion } from '../../orders/wish-portion';
import { wordsOf } from '../../speech/utterance';
import { changing } from './changing';
import { ordering } from './ordering';

type OrderFact = NonNullable<Dialogue['facts']['order']>;

/** "Write Happy Birthday on the cake", "tell them to make it hot": a note on the order, behind what is ordered or changed before it. */
export const kitchenWords: Intent = async (dialogue) => {
  const { text, facts: { order, passwordGivenFor }, memory } = dialogue;
  if (memory.question?.kind === 'review' || passwordGivenFor !== undefined) return undefined;
  const told = toldKitchen(text);
  if (told === undefined) return undefined;
  const first = told.before === '' ? undefined : await orderedBefore(dialogueOf(told.before, dialogue));
  if (first !== undefined) return { ...first, memory: { ...first.memory, rest: asWritten(told.clause, dialogue.message) } };
  if (order === undefined) return told.before === '' && told.portion !== undefined ? onlyWithOrder(told) : undefined;
  return noted(dialogue, order, told);
};

async function orderedBefore(piece: Dialogue): Promise<Extract<Move, { kind: 'call' }> | undefined> {
  const move = (piece.facts.order === undefined ? undefined : await changing(piece)) ?? (await ordering(piece));
  return move?.kind === 'call' && move.calls.some(({ tool }) => tool === 'add_to_order' || tool === 'change_order') ? move : undefined;
}

function onlyWithOrder({ wish }: ToldKitchen): Move {
  return say(`That goes to the kitchen as a note with your order: "${wish}". Tell me first what you would like, then say it again.`, ['What is good?', 'Show restaurants']);
}

async function noted(dialogue: Dialogue, order: OrderFact, { wish, portion }: ToldKitchen): Promise<Move> {
  const menu = await dialogue.catalogue.menuOf(order.restaurantName);
  const isNothing = menu.menu.items.length === 0 || order.lines.length === 0;
  if (isNothing) return call('show_order');
  return wished(menu, order.lines, [{ text: asWritten(wish, dialogue.message), start: 0, portion: portionMeant(dialogue, order, portion) }]);
}

/** Of several dishes the one that is named, else the one that was spoken of last. */
function portionMeant({ memory }: Dialogue, { lines }: OrderFact, portion: Portion | undefined): Portion {
  const names = lines.map(({ itemName }) => itemName);
  const count = portion?.count ?? 'all';
  if (portion !== undefined && portion.of.length > 0 && lineOfPortion(names, portion, -1) !== undefined) return portion;
  const dish = names.findLast((name) => name.toLowerCase() === memory.dish) ?? (portion === undefined ? undefined : names.at(-1));
  return dish === undefined ? { count, of: [] } : { count, of: wordsOf(dish.toLowerCase()) };
}

/** In the letters of the message: names are written large. */
function asWritten(wish: string, message: string): string {
  const said = wish.replace(/^write /, '');
  const at = message.toLowerCase().indexOf(said);
  return at < 0 ? wish : wish.slice(0, wish.length - said.length) + message.slice(at, at + said.length);
}
