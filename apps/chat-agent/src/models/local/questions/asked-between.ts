import { pointedAt } from './asked-about';
import type { Dish } from '../catalogue/catalogue';
import type { Dialogue } from '../dialogue';

const DIFFERENCE = /\b(?:differen(?:ce|ces|t)|differs?|compare[ds]?)\b/;
/** Of choices it is asked otherwise: "the difference between small and large". */
const BETWEEN = /\b(?:between|compare|of|in) (.+)$/;
const FROM = /^(.+?) (?:any |so |really )?(?:differ(?:s|ent)?) (?:from|to|than) (.+)$/;
const APART = / (?:and|vs|versus|or|with|to|than|from|against) |, /;
const AROUND = /\b(?:the|that|this|it|its|your|their|one|ones|two|both|price|cost|in|between|is|are|what|what's|how|at|from|of|and|or|no|an?|please|dish|dishes|you|tell|me|rated|any)\b/g;
const POINTER = /\b(?:it|that|this)\b/;

/** Whether a sentence asks how dishes differ. */
export function asksDifference(text: string): boolean {
  return DIFFERENCE.test(text);
}

/**
 * The dishes that are compared, each by its name, by a part of it ("the kathiyawadi one"), by its place ("at patel and agashiye"), or
 * pointed at.
 */
export function dishesBetween(dialogue: Dialogue): Dish[] {
  const { text, catalogue, memory } = dialogue;
  const [, left, right] = FROM.exec(text) ?? [];
  const parts = left !== undefined && right !== undefined ? [left, right] : (BETWEEN.exec(text)?.[1] ?? '').split(APART);
  const names = parts.map((part) => nameIn(part, dialogue));
  const noun = names.findLast((each) => each !== undefined)?.split(' ').at(-1);
  const places = [...new Set(parts.flatMap((part) => catalogue.mentionIn(part)?.restaurant ?? []))];
  const [place, ...others] = places;
  // "Masala and methi thepla at Thepla House": both of them there.
  const only = others.length === 0 && names.every((each) => each !== undefined) ? place : undefined;
  let name = names.find((each) => each !== undefined) ?? (places.length > 0 ? memory.dish : undefined);
  const found = parts.flatMap((part, index) => {
    const at = only ?? catalogue.mentionIn(part)?.restaurant;
    const own = names[index];
    if (own === undefined && at === undefined) return POINTER.test(part) ? pointedAt(dialogue).slice(0, 1) : [];
    name = own ?? name;
    const shared = catalogue.dishesLike(`${name ?? ''} ${noun ?? ''}`);
    const called = shared.length > 0 ? shared : catalogue.dishesLike(name ?? '');
    return at === undefined ? near(called, dialogue, parts.length > 1) : called.filter(({ restaurant }) => restaurant === at).slice(0, 1);
  });
  return [...new Map(found.map((dish) => [`${dish.restaurant.id} ${dish.item.id}`, dish])).values()];
}

/** The words of a part that name a dish; undefined where they name none. */
function nameIn(part: string, { catalogue }: Dialogue): string | undefined {
  const words = (catalogue.mentionIn(part)?.rest ?? part).replace(AROUND, ' ').replace(/\s+/g, ' ').trim();
  return words === '' || catalogue.dishesLike(words).length === 0 ? undefined : words;
}

/** One of each name, at the place that is spoken of where it has it; all of them where one name alone is compared: "the two gujarati thalis". */
function near(dishes: readonly Dish[], { facts, memory }: Dialogue, isOneOfSeveral: boolean): readonly Dish[] {
  if (!isOneOfSeveral) return dishes;
  const place = facts.order?.restaurantName ?? memory.restaurant;
  return [dishes.find(({ restaurant }) => restaurant.name === place) ?? dishes[0]].filter((dish) => dish !== undefined);
}
