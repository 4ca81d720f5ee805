import { isAgreement, isRefusal } from '../../../conversation/agreement';
import { parseOrder } from '@foodie-express/order-language';
import { distance } from 'fastest-levenshtein';
import { addLines } from '../add-lines';
import type { Dialogue } from '../dialogue';
import type { Question } from '../dialogue-memory';
import { call, type Move } from '../move';
import { requestedOptions, toRequestedLine } from '../order-reading';
import { normalise, numberOf, ordinalOf } from '../utterance';
import { usernameAnswer } from './account';
import { invalidQuantity, isSomething, orderFrom, readAt } from './ordering';

type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

/** A short answer to what the person was asked; undefined where the sentence is about something else. */
export async function answers(dialogue: Dialogue): Promise<Move | undefined> {
  const { question } = dialogue.memory;
  switch (question?.kind) {
    case undefined:
      return undefined;
    case 'which_restaurant':
      return whichRestaurant(dialogue, question);
    case 'which_item':
      return whichItem(dialogue, question);
    case 'which_choice':
      return whichChoice(dialogue, question);
    case 'start_new':
      return startNew(dialogue, question);
    case 'how_many':
      return howMany(dialogue, question);
    case 'username':
      return usernameAnswer(dialogue);
  }
}

async function whichRestaurant(dialogue: Dialogue, { text: wanted, restaurants }: QuestionOf<'which_restaurant'>): Promise<Move | undefined> {
  const { text, mention } = dialogue;
  const name = mention?.restaurant.name ?? chosenOf(text, restaurants);
  if (name === undefined || (mention !== undefined && mention.rest.split(' ').length > 3)) return undefined;
  const reading = await readAt(dialogue, name, wanted);
  return isSomething(reading) ? orderFrom(dialogue, reading, wanted) : undefined;
}

function whichItem(dialogue: Dialogue, { restaurant, items, quantity, others }: QuestionOf<'which_item'>): Move | undefined {
  const item = chosenOf(dialogue.text, items);
  return item === undefined ? undefined : addLines(dialogue, restaurant, [...others, { item_name: item, quantity }]);
}

/** "Large", "large lamb", "the second one": the answer may hold the choices of other groups too. */
async function whichChoice({ text, message, facts, catalogue }: Dialogue, question: QuestionOf<'which_choice'>): Promise<Move | undefined> {
  const line = facts.order?.lines[question.line - 1];
  if (facts.order === undefined || line === undefined || isRefusal(message)) return undefined;
  const { compiled } = await catalogue.menuOf(facts.order.restaurantName);
  const picked = chosenOf(text, question.choices);
  const [parsed] = parseOrder(compiled, `${line.itemName} ${text}`).items;
  const parsedOptions = parsed?.itemId === line.itemId ? requestedOptions(parsed) : [];
  const answer = parsedOptions.length > 0 || picked === undefined ? parsedOptions : [{ choice: picked, group: question.groupId }];
  if (answer.length === 0) return undefined;
  const items = facts.order.lines.map((each, index) => {
    const requested = toRequestedLine(each);
    return index === question.line - 1 ? { ...requested, options: [...(requested.options ?? []), ...answer] } : requested;
  });
  return call('change_order', { items }, { question: undefined });
}

function startNew({ message }: Dialogue, { restaurant, lines }: QuestionOf<'start_new'>): Move | undefined {
  if (isAgreement(message)) return call('add_to_order', { restaurant_name: restaurant, items: lines, start_new: true }, { question: undefined });
  return isRefusal(message) ? call('show_order', {}, { question: undefined, note: 'All right, I keep your order as it is.' }) : undefined;
}

function howMany(dialogue: Dialogue, { restaurant, item }: QuestionOf<'how_many'>): Move | undefined {
  const { text, message } = dialogue;
  const number = numberOf(text.replace(/^(?:just|only|i want|give me|make it|add|order|get me|i'll take|i'll have) |(?: (?:please|pls|plates?|pieces?|of (?:them|it|those|that)))+$/g, ''));
  const quantity = number ?? (isAgreement(message) ? 1 : undefined);
  if (quantity === undefined) return undefined;
  if (quantity < 1 || quantity > 100) return invalidQuantity(quantity);
  return addLines(dialogue, restaurant, [{ item_name: item, quantity }]);
}

/** The entry that is meant by its place in the list or by its name, a typo or a part of it forgiven. */
function chosenOf(text: string, names: readonly string[]): string | undefined {
  const ordinal = ordinalOf(text);
  if (ordinal !== undefined) return names.at(ordinal);
  const bare = text.replace(/^(?:the|from|at|i want|i'd like|make it|with|a|an|give me|i'll have|i'll take)\s+/g, '').replace(/(?: (?:one|please|pls|thanks))+$/, '');
  const exact = names.find((name) => normalise(name) === bare);
  if (exact !== undefined) return exact;
  const containing = names.filter((name) => normalise(name).includes(bare) || bare.includes(normalise(name)));
  if (containing.length === 1 && bare.length >= 3) return containing[0];
  return names.find((name) => bare.length >= 4 && distance(normalise(name), bare) <= Math.floor(bare.length / 4));
}
