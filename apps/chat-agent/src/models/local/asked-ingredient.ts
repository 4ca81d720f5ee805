import type { Dialogue } from './dialogue';
import { askedAbout } from './asked-about';
import type { Dish } from './catalogue';

export interface AskedIngredient {
  readonly dish: Dish;
  readonly ingredient: string;
}

const OPENING = '^(?:(?:and|so|but|ok|wait)[ ,]+)*';
const IN = new RegExp(`${OPENING}(?:(?:is|are) there|any|do they (?:put|use)|does it have|is)(?: any| some| an?)? (\\S.*?)(?: (?:or|and) (\\S+))? (?:in|inside|on) (\\S.*)$`);
const HAS = new RegExp(`${OPENING}(?:does|do|will|has|have) (?:the |an? |your |their )?(\\S.*?) (?:have|has|contain|contains|include|includes|use|come with|got)(?: any| some| an?)? (\\S.*?)(?: in (?:it|them|that))?$`);
const FREE = new RegExp(`${OPENING}(?:is|are)?(?: the| an?)? ?(\\S.*?) (\\S+?)[ -]?free$`);
const POINTER = /^(?:it|that|this|them|those|these|they|the (?:dish|food|one))$/;

/** "Is there egg in the cake?", "any nuts in that?", "does the dosa have milk?": what it asks for, in which dish. */
export function ingredientAsked(dialogue: Dialogue): AskedIngredient | undefined {
  const { text, catalogue } = dialogue;
  const [, before, second, place] = IN.exec(text) ?? [];
  const [, holder, held] = HAS.exec(text) ?? [];
  const [, bearer, freeOf] = FREE.exec(text) ?? [];
  const ingredient = before === undefined ? (held ?? freeOf) : second === undefined ? before : `${before} or ${second}`;
  const where = place ?? holder ?? bearer;
  if (ingredient === undefined || where === undefined || ingredient.split(' ').length > 4) return undefined;
  const { dishes, how } = askedAbout(dialogue);
  const isInDish = POINTER.test(where) ? how === 'pointed at' : catalogue.dishIn(where) !== undefined;
  const [dish] = dishes;
  // "Any pizza in your menu?" asks for a dish.
  return dish === undefined || !isInDish || catalogue.dishIn(ingredient) !== undefined ? undefined : { dish, ingredient };
}
