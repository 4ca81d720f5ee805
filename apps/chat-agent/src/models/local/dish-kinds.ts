import type { Catalogue } from './catalogue';

/** Kinds of dishes as people say them, and as a menu may name them. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:sweets?|desserts?|something sweet|sweet dish(?:es)?)\b/, /dessert|sweet|mithai/i],
  [/\b(?:drinks?|beverages?|thirsty|to drink|juices?|soft drinks?)\b/, /drink|beverage|juice|shake/i],
  [/\b(?:snacks?|starters?|appeti[sz]ers?|light bites?|nibbles?)\b/, /snack|starter|appeti|chaat|farsan|side/i],
  [/\b(?:breakfast|brunch)\b/, /breakfast/i],
];

/** The kind of dish that a normalised text asks for, as menus here name it. */
export function kindIn(text: string, catalogue: Catalogue): string | undefined {
  const said = catalogue.categoryIn(text);
  if (said !== undefined) return said;
  const kind = KINDS.find(([spoken]) => spoken.test(text) && !catalogue.isDishWord(spoken.exec(text)?.[0] ?? ''))?.[1];
  return kind === undefined ? undefined : catalogue.dishes.find(({ item }) => item.category !== undefined && kind.test(item.category))?.item.category;
}
