import type { RestaurantRecord } from '../restaurant.schema';
import { type Match, matchWords, wordsOf } from './match-words';

/** The words of a restaurant that people search for. */
export class SearchText {
  readonly cuisine: string;
  private readonly name: readonly string[];
  private readonly area: readonly string[];
  /** One list for each name and each alias of an item. */
  private readonly dishes: readonly (readonly string[])[];
  private readonly everything: readonly string[];

  constructor({ name, area, cuisine, items }: Pick<RestaurantRecord, 'name' | 'area' | 'cuisine' | 'items'>) {
    this.cuisine = wordsOf(cuisine).join(' ');
    this.name = wordsOf(name);
    this.area = wordsOf(area);
    this.dishes = items.flatMap((item) => [item.name, ...item.aliases].map(wordsOf));
    this.everything = [...new Set([...this.name, ...this.area, ...wordsOf(cuisine), ...this.dishes.flat()])];
  }

  isIn(area: readonly string[]): boolean {
    return area.every((asked) => this.area.some((word) => word.startsWith(asked)));
  }

  /** A dish whose name or alias holds every word. */
  matchDish(query: readonly string[]): Match | undefined {
    return best(this.dishes.map((dish) => matchWords(query, dish)));
  }

  /** The restaurant's own name, its cuisine, one of its dishes, or all that is known of it together, in this order of worth. */
  match(query: readonly string[]): Match | undefined {
    return best([
      weighed(matchWords(query, this.name), 1),
      weighed(matchWords(query, this.cuisine.split(' ')), 0.85),
      weighed(this.matchDish(query), 0.8),
      weighed(matchWords(query, this.everything), 0.6),
    ]);
  }
}

function weighed(match: Match | undefined, weight: number): Match | undefined {
  return match === undefined ? undefined : { ...match, score: match.score * weight };
}

/** What matches as it was typed comes before what needs a typo forgiven. */
export function isBetter(a: Match, b: Match): boolean {
  return a.hasTypo === b.hasTypo ? a.score > b.score : b.hasTypo;
}

function best(matches: readonly (Match | undefined)[]): Match | undefined {
  return matches.reduce((found, match) => (match !== undefined && (found === undefined || isBetter(match, found)) ? match : found), undefined);
}
