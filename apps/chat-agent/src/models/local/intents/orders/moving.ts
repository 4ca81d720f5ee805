import { readOrder, toRequestedLine } from '../../orders/order-reading';
import type { Dialogue } from '../../dialogue';
import type { RequestedLine } from '../../dialogue-memory';
import { call, type Move, say } from '../../move';
import { wordsOf } from '../../speech/utterance';
import type { OrderLineFact } from '../../../chat-model';

const CORRECTING = /\b(?:not|instead|rather than|i (?:meant|mean|said|want(?:ed)? it)|wrong (?:place|restaurant|one)|actually|switch|change|move|swap|sorry|no)\b|^(?:from|at)\b/;
const STAYING = /^(?:(?:no|ok|okay|then|let's|i'll|just|i will|actually)[ ,]+)*(?:stay|stick|remain|keep it|go on|continue)\b(?: with| to| at| from)?/;
const REFUSED = /\b(?:not(?: from| at)?|instead of|rather than)(?: the)? /;
const AROUND =
  /^(?:no|not|from|at|the|instead|of|rather|than|i|meant|mean|said|want|wanted|it|that|this|all|them|my|order|same|sorry|actually|please|oh|wait|but|ok|okay|make|get|switch|change|move|swap|to|restaurant|place|wrong|one|other|is|was|should|be|let's|lets|do|have|take|and|yes|just|can|you|we|could|with|for|in|me|give|dish|dishes|thing|items?|everything)$/;

/** "Not swati, from thepla house": the same dishes, from another restaurant. */
export async function moving(dialogue: Dialogue): Promise<Move | undefined> {
  const { text, facts, catalogue } = dialogue;
  const { order } = facts;
  if (order === undefined) return undefined;
  if (STAYING.test(text) && dialogue.mention?.restaurant.name === order.restaurantName) return call('show_order', {}, { question: undefined });
  if (!CORRECTING.test(text)) return undefined;
  const target = targetOf(dialogue);
  if (target === undefined || target.restaurant.name === order.restaurantName) return undefined;
  const others = wordsOf(catalogue.mentionIn(target.rest)?.rest ?? target.rest).filter((word) => !AROUND.test(word));
  if (others.length > 0) return undefined;
  const { name } = target.restaurant;
  const { menu, compiled } = await catalogue.menuOf(name);
  const found = order.lines.map((line) => {
    const { lines, unknown } = readOrder({ menu, compiled }, `${line.quantity} ${line.itemName.toLowerCase()}`);
    const [same, ...more] = lines;
    return { line, same: unknown.length > 0 || more.length > 0 ? undefined : same };
  });
  const lines = found.flatMap(({ line, same }) => (same === undefined ? [] : [movedLine(line, same, menu)]));
  const missing = found.flatMap(({ line, same }) => (same === undefined ? [line.itemName] : []));
  if (lines.length === 0) return call('get_menu', { restaurant_name: name }, { note: `${name} has no ${missing.join(' or ')}. Your order from ${order.restaurantName} is as it was.` });
  if (missing.length > 0) {
    return say(`${name} has no ${missing.join(' or ')}. Shall I drop your order from ${order.restaurantName} and take the rest of it from ${name}? (yes / no)`, ['Yes', 'No'], { question: { kind: 'start_new', restaurant: name, lines } });
  }
  return call('add_to_order', { restaurant_name: name, items: lines, start_new: true }, { question: undefined, list: undefined, note: `From ${name} instead of ${order.restaurantName}:` });
}

/** Of two that are named, the one that is not refused. */
function targetOf({ text, mention, catalogue }: Dialogue): Dialogue['mention'] {
  const refused = REFUSED.exec(text);
  if (refused === null) return mention;
  const start = refused.index + refused[0].length;
  const [place = ''] = text.slice(start).split(/ ?,|\b(?:but|from|at|and|i|it)\b/);
  if (catalogue.mentionIn(place) === undefined) return mention;
  return catalogue.mentionIn(`${text.slice(0, refused.index)} ${text.slice(start + place.length)}`);
}

/** With the options and notes that it had, as far as the other menu has them. */
function movedLine(line: OrderLineFact, same: RequestedLine, { items, option_groups }: { items: readonly { name: string; option_groups?: readonly string[] | undefined }[]; option_groups: readonly { id: string; choices: readonly { id: string }[] }[] }): RequestedLine {
  const groups = items.find(({ name }) => name === same.item_name)?.option_groups ?? [];
  const { options = [], ...rest } = toRequestedLine(line);
  const kept = options.filter(({ group, choice }) => option_groups.some(({ id, choices }) => id === group && groups.includes(id) && choices.some((each) => each.id === choice)));
  return { ...rest, item_name: same.item_name, options: kept };
}
