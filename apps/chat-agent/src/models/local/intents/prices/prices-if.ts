import { z } from 'zod';
import { type Dialogue, dialogueOf } from '../../dialogue';
import { lineSchema } from '../../dialogue-memory';
import { type Move, say } from '../../move';
import { wordsOf } from '../../speech/utterance';
import { estimateText } from '../../wording/estimates';
import { changing } from '../orders/changing';

const ASKED = "(?:(?:and|so|but|ok|okay|hmm|wait)[ ,]+)*(?:how much|what)(?:'s|'d)?(?: (?:is|are|was|would|will|does|do|could|can))?";
const ALL = '(?:it|that|this|everything|they|the (?:total|price|bill|order|cost|damage)|my (?:total|bill|order))';
/** "How much is it without the extra cheese on the second?" */
const WITHOUT = new RegExp(`^${ASKED} (?:${ALL}(?: (?:all|be|cost|come|comes|to|total|price|now|then|i pay))* (?:(?=with )|(?=without|minus|less|if ))|(?=without|minus|if ))(without|minus|less|with no|with only|with just|with|if (?:i|we|you) (?:only )?(?:take|leave|drop|remove|skip|cancel|make|change|add|have|get|do)) (.+)$`);
/** "And without the coke, how much?" */
const BEHIND = new RegExp(`^(?:(?:and|so|but|ok|what about|how about)[ ,]+)*(without|if (?:i|we|you) (?:only )?(?:take|leave|drop|remove|skip|cancel|make|change|add|have|get|do)) ([^,]+?),? (?:how much|what)(?:'s|'d)?(?: (?:is|are|was|would|will|does|do|could|can))? ${ALL}(?: (?:all|be|cost|come|to|total))*$`);
const itemsSchema = z.object({ items: z.array(lineSchema) });

/** What the order under way would come to if it were changed; it stays as it is, and whether to change it so is asked. */
export async function priceIfChanged(dialogue: Dialogue): Promise<Move | undefined> {
  const { text, facts: { order }, catalogue, memory: { question } } = dialogue;
  const [, how = '', what = ''] = WITHOUT.exec(text) ?? BEHIND.exec(text) ?? [];
  const restaurant = catalogue.find(order?.restaurantName);
  if (order === undefined || restaurant === undefined || what === '' || question?.kind === 'which_choice' || /^(?:(?:the |all )*(?:tax|taxes|gst|delivery)|everything)\b/.test(what)) return undefined;
  const move = await changing(dialogueOf(editOf(how, what, order.lines.map(({ itemName }) => itemName.toLowerCase())), { ...dialogue, memory: { ...dialogue.memory, question: undefined } }));
  const changed = move?.kind === 'call' && move.calls.length === 1 && move.calls[0]?.tool === 'change_order' ? itemsSchema.safeParse(move.calls[0].parameters).data : undefined;
  if (changed === undefined || changed.items.length === 0) return undefined;
  const lines = changed.items.map((line) => ({ ...line, item_name: restaurant.items.find(({ id }) => id === line.item_name)?.item_name ?? line.item_name }));
  return say(`${estimateText({ restaurant, lines })}\nShall I change your order so? (yes / no)`, ['Yes', 'No'], { restaurant: restaurant.name, question: { kind: 'order_that', restaurant: restaurant.name, lines, isInstead: true, isWhole: true } });
}

function editOf(how: string, what: string, ordered: readonly string[]): string {
  if (/^(?:without|minus|less|with no)$/.test(how)) return `remove ${what}`;
  if (/^with (?:only|just)$/.test(how)) return `only ${what}`;
  if (how !== 'with') return `${how.replace(/^if (?:i|we|you) (?:only )?/, '').replace(/^(?:have|get|do)$/, 'make it')} ${what}`;
  // "With 4 idli" where there are two is so many in all.
  const isOrdered = /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten) /.test(what) && ordered.some((name) => wordsOf(what).some((word) => word.length >= 3 && wordsOf(name).includes(word.replace(/s$/, ''))));
  return isOrdered && !/\bmore\b/.test(what) ? `make it ${what}` : `add ${what}`;
}
