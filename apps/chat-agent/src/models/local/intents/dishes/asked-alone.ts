import { askedAbout, dishesEverywhere, pointedAt } from '../../questions/asked-about';
import type { Dish } from '../../catalogue/catalogue';
import type { Dialogue } from '../../dialogue';
import { call, type Move } from '../../move';
import { told } from './dish-contents';
import { notUnderstood } from '../talk/small-talk';

/** "Did you note the jain one?", "is the coke in my order?" */
const OF_ORDER = /\b(?:did|have|has|had|was|were) (?:you|it|that|this|they|the|my|i|we)\b|\b(?:in|on) (?:my|the) (?:order|cart|bill|list)\b|\b(?:is|are) .*\b(?:in there|included|added|noted|in it)\b|\balready\b|\bmy order\b|\b(?:as|like) (?:i|we) (?:said|asked|wanted|told|ordered)\b/;

/** "Is it mutton or chicken?" */
const OF_IT = /(?:^|, |\b(?:wait|yes|ok|and|but) )(?:is|are|does|do|was|has) (?:it|they|that|this|these|those)\b/;
const DIFFERENCE = /\b(?:differen\w+|compare\w*|versus|vs)\b/;

/** What only asks or tells and was taken for an order: the menu's words for the dishes it is about, or the order as it stands. */
export function askedAlone(dialogue: Dialogue): Move {
  const { text, facts: { order } } = dialogue;
  if (order !== undefined && OF_ORDER.test(text)) return call('show_order', {}, { question: undefined, note: 'I changed nothing: this is what your order has.' });
  return askedOfDishes(dialogue) ?? notUnderstood(dialogue);
}

/** The menu's words for the dishes that a question is about; undefined where it is about none. */
export function askedOfDishes(dialogue: Dialogue): Move | undefined {
  const dishes = dishesMeant(dialogue);
  return dishes.length > 0 ? told(dialogue, dishes) : undefined;
}

/** Each dish once: "is it mutton or chicken" is about the one that is pointed at, whatever dish has chicken in its name. */
function dishesMeant(dialogue: Dialogue): readonly Dish[] {
  const { text, catalogue } = dialogue;
  const pointed = OF_IT.test(text) ? pointedAt(dialogue) : [];
  if (pointed.length > 0) return pointed;
  const { dishes, how } = askedAbout(dialogue);
  const named = DIFFERENCE.test(text) ? dishesEverywhere(dialogue) : how === 'in sight' ? [] : dishes;
  const meant = named.length > 0 ? named : catalogue.dishesLike(text);
  return meant.filter(({ restaurant, item }, index) => meant.findIndex((other) => other.restaurant === restaurant && other.item.item_name === item.item_name) === index);
}
