import type { Dialogue } from '../../dialogue';
import { call, type Move } from '../../move';
import { wordsOf } from '../../speech/utterance';
import { sayDishes } from '../../wording/dishes';

const OPENING = /^(?:and|or|what about|how about|ok and|and what about|and how about|same for|what of)\b/;
const AROUND = new Set(['and', 'or', 'what', 'about', 'how', 'of', 'for', 'at', 'in', 'from', 'ok', 'same', 'the', 'then', 'please']);

/** "And Sankalp?" behind "is Honest open?": what was asked last, of another restaurant. */
export function followUp({ text, mention, memory, catalogue }: Dialogue): Move | undefined {
  if (mention === undefined || !OPENING.test(text) || wordsOf(mention.rest).some((word) => !AROUND.has(word))) return undefined;
  const { name } = mention.restaurant;
  if (memory.asked !== undefined && memory.asked !== 'price') return call(memory.asked, { restaurant_name: name });
  const dishes = memory.dish === undefined || memory.asked === undefined ? [] : catalogue.dishesCalled(memory.dish).filter(({ restaurant }) => restaurant.name === name);
  return dishes.length === 0 ? undefined : { ...sayDishes(dishes), memory: { ...sayDishes(dishes).memory, asked: 'price' } };
}
