import type { Dish } from '../../catalogue/catalogue';
import type { Dialogue } from '../../dialogue';
import { call, type Move } from '../../move';
import { EVERYDAY } from '../../speech/everyday-words';
import { wordsOf } from '../../speech/utterance';
import { sayDishes } from '../../wording/dishes';

const SIMILAR = /\b(?:similar (?:to|like)|similar|alternatives? (?:to|for)|alternatives?|anything (?:else )?like|something (?:else )?like|dish(?:es)? like|comparable to|close to|the nearest to) ?(.*)$/;
const DELIVERED = /\bdeliver/;
const MAX_LISTED = 5;
/** Words of descriptions that liken nothing. */
const PLAIN = new Set(['with', 'and', 'the', 'two', 'three', 'under', 'around', 'more', 'than', 'plate', 'small', 'large', 'soft', 'crisp', 'warm']);

/** "What is similar to khaman that delivers?": other dishes, the nearest by kind, cuisine and the words of their menus. */
export function similar({ text, catalogue, memory }: Dialogue): Move | undefined {
  const [whole, behind = ''] = SIMILAR.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const said = behind.replace(/\b(?:that|which|and|but|or|from|at|in)\b.*$/, '').trim();
  const [dish] = catalogue.dishesCalled(catalogue.dishIn(said) ?? (said === '' || /^(?:it|that|this|them)$/.test(said) ? memory.dish : undefined));
  if (dish === undefined) return ofUnknown(said, catalogue);
  const near = catalogue.dishes
    .filter(({ restaurant, item }) => item.item_name !== dish.item.item_name && item.available !== false && (!DELIVERED.test(text) || restaurant.delivers))
    .map((other) => ({ other, likeness: likeness(dish, other) }))
    .filter((each) => each.likeness > 0)
    .toSorted((left, right) => right.likeness - left.likeness || (right.other.item.rating ?? 0) - (left.other.item.rating ?? 0));
  return near.length === 0 ? undefined : sayDishes(near.slice(0, MAX_LISTED).map(({ other }) => other), `By their menus these come nearest to ${dish.item.item_name}${DELIVERED.test(text) ? ', from those who deliver' : ''}:`);
}

/** Like what nobody sells: dishes that share a word of it, else those that are loved. */
function ofUnknown(said: string, catalogue: Dialogue['catalogue']): Move | undefined {
  const named = said.replace(/^(?:an?|the|some|your) /, '');
  const words = wordsOf(named);
  if (words.length === 0 || words.length > 3 || words.every((word) => EVERYDAY.has(word)) || /^(?:it|that|this|them|those|these)$/.test(named)) return undefined;
  const shared = words.filter((word) => word.length >= 3 && !EVERYDAY.has(word)).flatMap((word) => catalogue.dishes.filter(({ item }) => wordsOf(`${item.item_name} ${(item.aliases ?? []).join(' ')} ${item.description ?? ''}`.toLowerCase()).some((own) => own.replace(/s$/, '') === word.replace(/s$/, ''))));
  const dishes = [...new Set(shared)].filter(({ item }) => item.available !== false);
  if (dishes.length > 0) return sayDishes(dishes.slice(0, MAX_LISTED), `Nobody here sells ${named}. These come nearest by their menus:`);
  return call('recommend', {}, { note: `Nobody here sells ${named}, nor anything that names it. These are loved:` });
}

function likeness(one: Dish, other: Dish): number {
  const isKind = one.item.category !== undefined && one.item.category === other.item.category;
  const isCuisine = one.restaurant.cuisine === other.restaurant.cuisine;
  const words = new Set(tellingWords(one));
  const shared = tellingWords(other).filter((word) => words.has(word)).length;
  if (isTreat(one) !== isTreat(other)) return 0;
  return (isKind ? 3 : 0) + (isCuisine ? 1 : 0) + Math.min(2, shared);
}

/** What is sweet or to drink is like no other food, whatever its words. */
function isTreat({ item }: Dish): boolean {
  return /dessert|sweet|mithai|drink|beverage/i.test(item.category ?? '');
}

function tellingWords({ item }: Dish): string[] {
  return [...new Set(wordsOf(`${item.item_name} ${item.description ?? ''}`.toLowerCase()))].filter((word) => word.length >= 4 && !PLAIN.has(word));
}
