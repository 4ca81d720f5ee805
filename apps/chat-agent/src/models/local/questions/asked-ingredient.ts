import { askedAbout, pointedAt } from './asked-about';
import type { Dish } from '../catalogue/catalogue';
import type { Dialogue } from '../dialogue';
import { wordsOf } from '../speech/utterance';

export interface AskedIngredient {
  readonly dish: Dish;
  readonly ingredient: string;
}

const OPENING = '^(?:(?:and|so|but|ok|wait)[ ,]+)*';
const IN = new RegExp(`${OPENING}(?:(?:is|are) there|any|do they (?:put|use)|does it have|is)(?: any| some| an?)? (\\S.*?)(?: (?:or|and) (\\S+))?(?: there)? (?:in|inside|on|with) (\\S.*)$`);
const HAS = new RegExp(`${OPENING}(?:does|do|will|has|have) (?:the |an? |your |their )?(\\S.*?) (?:have|has|contain|contains|include|includes|use|come with|got)(?: any| some| an?)? (\\S.*?)(?: in (?:it|them|that))?$`);
const FREE = new RegExp(`${OPENING}(?:is|are)?(?: the| an?)? ?([^ ,]\\S*(?: \\S+){0,4}?) (?!and |or |for |is |all |calorie|caffeine|of |tax|delivery)(\\S+?)[ -]free$`);
/** "Does coffee come with it?", "is rice included in that?" */
const WITH_IT = new RegExp(`${OPENING}(?:does|do|will|would|is|are) (?:the |an? |any |some |there )*(\\S.*?) (?:also )?(?:come|comes|included|served|part)(?: along)?(?: with| in| of) (it|that|this|them)$`);
/** What comes with a dish is no dish of its own there. */
const COMES_WITH = /\b(?:come|comes|included?|includes|served|contains?)\b/;
/** "Do they have anything under 100?" */
const NO_INGREDIENT = /\b(?:anything|something|everything|else|other|more|menu)\b|\d/;
const POINTER = /^(?:it|that|this|them|those|these|they|the (?:dish|food|one))$/;

const IT = /^(?:it|that|this)$/;

/** "Is there egg in the cake?", "any nuts in that?", "does the dosa have milk?": what it asks for, in which dish. */
export function ingredientAsked(dialogue: Dialogue): AskedIngredient | undefined {
  const { text, catalogue } = dialogue;
  const eitherOf = either(dialogue);
  if (eitherOf !== undefined) return eitherOf;
  const [, before, second, place] = IN.exec(text) ?? [];
  const [, holder, held] = HAS.exec(text) ?? [];
  const [, bearer, freeOf] = FREE.exec(text) ?? [];
  const [, coming, holding] = WITH_IT.exec(text) ?? [];
  const ingredient = coming ?? (before === undefined ? (held ?? freeOf) : second === undefined ? before : `${before} or ${second}`);
  const where = holding ?? place ?? holder ?? bearer;
  if (ingredient === undefined || where === undefined || NO_INGREDIENT.test(ingredient) || ingredient.split(' ').length > 4) return undefined;
  // "Does Thepla House have Gujarati food?" asks for a cuisine.
  if (catalogue.cuisineIn(ingredient) !== undefined || (dialogue.mention !== undefined && !POINTER.test(where) && catalogue.dishIn(dialogue.mention.rest) === undefined)) return undefined;
  const [it] = IT.test(where) && COMES_WITH.test(text) ? pointedAt(dialogue) : [];
  if (it !== undefined) return { dish: it, ingredient };
  const { dishes, how } = askedAbout(dialogue);
  const isInDish = POINTER.test(where) ? how === 'pointed at' : catalogue.dishIn(where) !== undefined;
  const [dish] = dishes;
  // "Any pizza in your menu?" asks for a dish.
  return dish === undefined || !isInDish || catalogue.dishIn(ingredient) !== undefined ? undefined : { dish, ingredient };
}

const MEAT = /^(?:meat|chicken|mutton|lamb|beef|pork|goat|fish|prawns?|egg|veg)$/;
const EITHER = new RegExp(`(?:^|, |^(?:(?:and|so|but|ok|wait)[ ,]+)+)(?:is|are) (?:it|that|this|they|those|the [^,]+?) (?:made (?:of|with) )?(?:an? )?(\\S+) or (?:an? )?(\\S+)$`);

/** "Is it chicken or mutton?", of the dish that is spoken of. */
function either(dialogue: Dialogue): AskedIngredient | undefined {
  const [, one = '', other = ''] = EITHER.exec(dialogue.text) ?? [];
  if (!MEAT.test(one) || !MEAT.test(other)) return undefined;
  const { text } = dialogue;
  const asked = text.slice(0, text.lastIndexOf(one));
  const { dishes, how } = askedAbout({ ...dialogue, text: asked, mention: dialogue.catalogue.mentionIn(asked) });
  const [dish] = dishes;
  return dish === undefined || how === 'in sight' ? undefined : { dish, ingredient: `${one} or ${other}` };
}

/** What counts as a kind of ingredient, by the words that menus have for it. */
const FAMILIES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:dairy|lactose|milk)$/, /^(?:milk|cream|curd|yogh?urt|cheese|mozzarella|haloumi|butter\w*|paneer|ghee|ice cream|makhani|ganache|kadhi)$/],
  [/^nuts?$/, /^(?:\p{L}*nuts?|almonds?|cashews?|pistachios?|pecans?)$/u],
  [/^gluten$/, /^(?:wheat|bread|flatbreads?|buns?|rolls?|naan|roti|pita|flour|sev|crisps?|cake|pasta|noodles?|brownie|puri|semolina)$/],
  [/^(?:desserts?|sweets?|mithai)$/, /^(?:desserts?|sweets?|mithai|cake|brownie|ice cream|kulfi|halwa|kheer)$/],
  [/^breads?$/, /^(?:\p{L}*breads?|rotis?|rotla|naans?|buns?|rolls?|pita|puris?|paratha|kulcha|chapatis?)$/u],
  [/^drinks?$/, /^(?:coffee|tea|chai|buttermilk|lassi|chaas|cola|coke|lemonade|juice|can)$/],
  [/^meats?$/, /^(?:meat|chicken|lamb|mutton|beef|pork|kebab|bacon|ham|fish|prawns?)$/],
];

/** The words of a menu's text that name the ingredient, or one of its kind: milk where it is dairy. */
export function namedOf(ingredient: string, text: string): string[] {
  const asked = wordsOf(ingredient.toLowerCase()).filter((word) => word.length >= 3 && !/^(?:any|and|the|some)$/.test(word));
  const said = wordsOf(text.toLowerCase());
  const found = asked.flatMap((word) => {
    const stem = word.replace(/s$/, '');
    const family = FAMILIES.find(([kind]) => kind.test(word))?.[1];
    return said.filter((own) => own.startsWith(stem) || own.endsWith(stem) || own.endsWith(word) || family?.test(own) === true);
  });
  return [...new Set(found)];
}
