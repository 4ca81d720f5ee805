import { MAX_QUANTITY } from '@foodie-express/contracts';
import { addLines } from '../../orders/add-lines';
import type { Dialogue } from '../../dialogue';
import type { Move } from '../../move';
import type { RestaurantMention } from '../../catalogue/restaurant-mention';
import { numberOf, wordsOf } from '../../speech/utterance';

const ALL = /^(?:(?:i|we|want|need|please|get|give|order|me|us|can|i'll|have|take|add|i'd|like)[ ,]+)*(\w+) (?:of )?(?:each(?: (?:dish|item|thing))?|everything|every (?:dish|item|thing)|all (?:the )?(?:dishes|items))(?: (?:except|but|without|but not|apart from|other than)(?: for)?(?: the)? (.+?))?(?: please)?$/;
/** As many dishes as a menu has of which somebody wants one each. */
const MAX_DISHES = 12;

/** "One of everything from Swati except the thepla." */
export function allOf(dialogue: Dialogue, { restaurant, rest }: RestaurantMention): Move | undefined {
  const [, count = '', excepted = ''] = ALL.exec(rest) ?? [];
  const quantity = numberOf(count);
  if (quantity === undefined || quantity < 1 || quantity > MAX_QUANTITY || restaurant.items.length > MAX_DISHES) return undefined;
  const words = wordsOf(dialogue.catalogue.dishWords(excepted)).filter((word) => dialogue.catalogue.isDishWord(word));
  const wanted = restaurant.items.filter(({ item_name, available }) => available !== false && !words.some((word) => wordsOf(item_name.toLowerCase()).includes(word)));
  return wanted.length === 0 ? undefined : addLines(dialogue, restaurant.name, wanted.map(({ item_name }) => ({ item_name, quantity })));
}
