/** Diets as people name them. */
export const DIET = /\b(vegan|veg|vegetarian|veggie|jain|gluten[ -]?free|halal)\b/;

/** As menus mark it. */
export function markOf(diet: string): string {
  return /^veg(?:gie|etarian)?$/.test(diet) ? 'vegetarian' : diet.replace(/[ -]/g, '-');
}
