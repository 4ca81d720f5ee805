import type { Catalogue } from './catalogue';

/** Kinds of dishes as people say them, and as a menu may name them. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:sweets?|desserts?|something sweet|sweet dish(?:es)?)\b/, /dessert|sweet|mithai/i],
  [/\b(?:drinks?|beverages?|thirsty|to drink|juices?|soft drinks?)\b/, /drink|beverage|juice|shake/i],
  [/\b(?:snacks?|starters?|appeti[sz]ers?|light bites?|nibbles?)\b/, /snack|starter|appeti|chaat|farsan|side/i],
  [/\b(?:breakfast|brunch)\b/, /breakfast/i],
];

/** The kind of dish that a normalised text asks for, as menus here name it. @param place whose name for it goes before those of others */
export function kindIn(text: string, catalogue: Catalogue, place?: string): string | undefined {
  const said = catalogue.categoryIn(text);
  if (said !== undefined) return said;
  const kind = KINDS.find(([spoken]) => spoken.test(text) && !catalogue.isDishWord(spoken.exec(text)?.[0] ?? ''))?.[1];
  const fitting = kind === undefined ? [] : catalogue.dishes.filter(({ item }) => item.category !== undefined && kind.test(item.category));
  return (fitting.find(({ restaurant }) => restaurant.name === place) ?? fitting[0])?.item.category;
}
