/** Diets as people name them. */
export const DIET = /\b(vegan|veg|vegetarian|veggie|jain|gluten[ -]?free|halal)\b/;

/** As menus mark it. */
export function markOf(diet: string): string {
  return /^veg(?:gie|etarian)?$/.test(diet) ? 'vegetarian' : diet.replace(/[ -]/g, '-');
}

/** Dishes that no menu marks as vegetarian are asked for so. */
export const NON_VEGETARIAN = /\b(?:non[ -]?veg(?:etarian|gie)?|not (?:veg|vegetarian)|with meat|meat dishes|something (?:meaty|with chicken or meat))\b/;
