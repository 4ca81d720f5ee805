import type { Menu, Restaurant } from '@foodie-express/contracts';
import { compileMenu, type CompiledMenu } from '@foodie-express/order-language';
import { MAX_CATALOGUE, type RestaurantClient } from '@foodie-express/restaurant-client';
import { distance } from 'fastest-levenshtein';
import { areaNamed, cuisineNamed } from './area-names';
import { EVERYDAY_WORDS } from '../speech/everyday-words';
import { findRestaurantMention, type RestaurantMention } from './restaurant-mention';
import { wordsOf } from '../speech/utterance';

/** Compiled once for as long as the API serves the very same menu. */
const compiled = new WeakMap<Menu, CompiledMenu>();

/** A longer word tells more: so many of a message are searched for, none shorter than this, each for so many restaurants. */
const MAX_SEARCHES = 5;
const MIN_SEARCHED = 4;
const MAX_FOUND = 10;

/** Worked out once for as long as the API serves the very same restaurants. */
const dishWordsOf = new WeakMap<readonly Restaurant[], ReadonlySet<string>>();
const areasOf = new WeakMap<readonly Restaurant[], readonly string[]>();
const dishNamesOf = new WeakMap<readonly Restaurant[], readonly string[]>();

/** An item and who sells it. */
export interface Dish {
  readonly restaurant: Restaurant;
  readonly item: Restaurant['items'][number];
}

export interface ReadableMenu {
  readonly menu: Menu;
  readonly compiled: CompiledMenu;
}

/** "Can of Coke", "Brownie with Ice Cream": these name no food. */
const BETWEEN_NAMES = /^(?:of|with|and|the|in|on|a|an|for|or)$/;

/** What the model knows of the restaurants when it reads a sentence: names, cuisines, dishes, and menus where it needs them. */
export class Catalogue {
  /** One message is read by many rules: what its words name is worked out once. */
  private readonly written = new Map<string, string>();
  private readonly named = new Map<string, readonly string[]>();

  private constructor(
    private readonly api: RestaurantClient,
    readonly restaurants: readonly Restaurant[],
  ) {}

  /** @param message what is to be read: where there are more restaurants than one catalogue holds, those that its words find join it */
  static async load(api: RestaurantClient, message: string): Promise<Catalogue> {
    const all = await api.listAllRestaurants();
    if (all.length < MAX_CATALOGUE) return new Catalogue(api, all);
    const words = [...new Set(wordsOf(message.toLowerCase()))].filter((word) => word.length >= MIN_SEARCHED).sort((left, right) => right.length - left.length);
    const found = await Promise.all(words.slice(0, MAX_SEARCHES).map((q) => api.listRestaurants({ q, limit: MAX_FOUND })));
    const known = new Set(all.map(({ id }) => id));
    const beyond = new Map(found.flat().filter(({ id }) => !known.has(id)).map((restaurant) => [restaurant.id, restaurant]));
    return new Catalogue(api, beyond.size === 0 ? all : [...all, ...beyond.values()]);
  }

  /** The restaurant that a normalised text names, if any. */
  mentionIn(text: string): RestaurantMention | undefined {
    return findRestaurantMention(text, this.restaurants);
  }

  find(name: string | undefined): Restaurant | undefined {
    const wanted = name?.toLowerCase();
    return this.restaurants.find((restaurant) => restaurant.name.toLowerCase() === wanted);
  }

  /** Whether a word stands in the name of a restaurant or a dish. */
  isName(word: string): boolean {
    return this.isDishWord(word) || this.restaurants.some(({ name }) => wordsOf(name.toLowerCase()).includes(word));
  }

  /** A dish that can be had now, as an example of what to say; undefined where there is none. */
  get example(): Dish | undefined {
    const dishes = this.dishes.filter(({ item }) => item.available !== false);
    return dishes.find(({ restaurant }) => restaurant.open_now) ?? dishes[0];
  }

  /** Every item of every restaurant. */
  get dishes(): Dish[] {
    return this.restaurants.flatMap((restaurant) => restaurant.items.map((item) => ({ restaurant, item })));
  }

  /** The town or quarter that a normalised text names, as restaurants write it. */
  areaIn(text: string): string | undefined {
    return areaNamed(text, this.areas);
  }

  /** Every town and quarter with a restaurant, as restaurants write them. */
  get areas(): readonly string[] {
    const known = areasOf.get(this.restaurants);
    if (known !== undefined) return known;
    const areas = [...new Set(this.restaurants.flatMap(({ area }) => area.split(',').map((part) => part.trim())))].filter((area) => area.length >= 3);
    areasOf.set(this.restaurants, areas);
    return areas;
  }

  get cuisines(): string[] {
    return [...new Set(this.restaurants.map(({ cuisine }) => cuisine))];
  }

  /** The cuisine that a normalised text names: `show me south indian places`. */
  cuisineIn(text: string): string | undefined {
    return cuisineNamed(text, this.cuisines);
  }

  /** The words of a dish as menus write them: "dosas" and "dossa" become "dosa". Words that no dish comes near stay. */
  dishWords(text: string): string {
    const read = this.written.get(text);
    if (read !== undefined) return read;
    const known = this.dishWordSet;
    const written = wordsOf(text)
      .map((word) => nearestWord(word, known))
      .join(' ');
    this.written.set(text, written);
    return written;
  }

  /** The dish that a normalised text names, as a name or alias has it; the longest where several fit. */
  dishIn(text: string): string | undefined {
    return this.dishNamesIn(text)[0];
  }

  /** Every dish that a normalised text names, the longest name first; no word is of two of them. */
  dishNamesIn(text: string): readonly string[] {
    const read = this.named.get(text);
    if (read !== undefined) return read;
    let spoken = ` ${this.dishWords(text)} `;
    const named = this.dishNames.filter((name) => {
      if (!spoken.includes(` ${name} `)) return false;
      spoken = spoken.replaceAll(` ${name} `, ' , ');
      return true;
    });
    this.named.set(text, named);
    return named;
  }

  /** Names by which dishes are called, and the last words of names, the longest first. */
  private get dishNames(): readonly string[] {
    const known = dishNamesOf.get(this.restaurants);
    if (known !== undefined) return known;
    const all = this.restaurants.flatMap(({ items }) => items.flatMap(namesOf)).flatMap((name) => [name, name.split(' ').at(-1) ?? name]);
    const names = [...new Set(all)].filter((name) => name.length >= 3).sort((left, right) => right.length - left.length);
    dishNamesOf.set(this.restaurants, names);
    return names;
  }

  /** Every dish with a word in its name. */
  dishesCalled(name: string | undefined): Dish[] {
    if (name === undefined) return [];
    return this.dishes.filter(({ item }) => namesOf(item).some((each) => each.includes(name)));
  }

  /** "Masala Dosa from Sankalp Restaurant", as lists of dishes name their entries. */
  dishNamed(entry: string): Dish | undefined {
    return this.dishes.find(({ restaurant, item }) => entry === `${item.item_name} from ${restaurant.name}`);
  }

  /** The dishes with every word of a text in their name, or with all of them in one of their other names; typos and plurals are forgiven. */
  dishesLike(text: string): Dish[] {
    const words = this.dishWords(text).split(' ').filter((word) => word !== '');
    if (words.length === 0) return [];
    return this.dishes.filter(({ item }) => namesOf(item).some((name) => words.every((word) => wordsOf(name).some((own) => own === word || singular(own) === word))));
  }

  /** The kind of dish that a normalised text names: `desserts` is `dessert`; undefined where a dish itself is called so. */
  categoryIn(text: string): string | undefined {
    const spoken = ` ${wordsOf(text).join(' ')} `;
    const dishes = this.dishWordSet;
    const categories = this.restaurants.flatMap(({ items }) => items.flatMap(({ category }) => category?.toLowerCase() ?? []));
    return categories.find((category) => {
      const one = singular(category);
      const isDish = this.dishes.some(({ item }) => namesOf(item).some((name) => name === one || name === category));
      return !isDish && !dishes.has(one) && !dishes.has(category) && [category, one, `${category}s`].some((name) => spoken.includes(` ${name} `));
    });
  }

  /** Whether a word stands in the name of some dish just as it was said, a plural forgiven. */
  isDishWord(word: string): boolean {
    const known = this.dishWordSet;
    return known.has(word) || known.has(singular(word));
  }

  /** Every word of every dish's names; asked for each word of a sentence, and worked out once for the same restaurants. */
  private get dishWordSet(): ReadonlySet<string> {
    const known = dishWordsOf.get(this.restaurants);
    if (known !== undefined) return known;
    const words = new Set(this.restaurants.flatMap(({ items }) => items.flatMap(namesOf)).flatMap(wordsOf).filter((word) => !BETWEEN_NAMES.test(word)));
    dishWordsOf.set(this.restaurants, words);
    return words;
  }

  async menuOf(restaurantName: string): Promise<ReadableMenu> {
    const menu = await this.api.getMenu(restaurantName);
    const known = compiled.get(menu) ?? compileMenu({ ...menu, items: menu.items, option_groups: menu.option_groups });
    compiled.set(menu, known);
    return { menu, compiled: known };
  }
}

function namesOf({ item_name, aliases = [] }: Restaurant['items'][number]): string[] {
  return [item_name, ...aliases].map((name) => name.toLowerCase());
}

/** Everyday words, a letter away from those of dishes and no slip of them: "take" is no cake. */
const EVERYDAY = new Set([...EVERYDAY_WORDS, ...(
  'cafe cafes pure take takes taken make makes made come comes came like likes care case code joke hurry carry worry sorry tries cries back pick park fact price prices nice spice ship ships shops shop chat rush dish fish wish cost cold coat rest best test fresh plan play plate late date rate both most more must just many menu main mind kind king long look book good food mood this that then than them they with wait want well will when what where which while whole done'
).split(' ')]);

/** The word of those known that was meant, a plural and a slip forgiven; the word itself where none comes near. */
export function nearestWord(word: string, known: ReadonlySet<string>): string {
  if (known.has(word) || EVERYDAY.has(word)) return word;
  if (known.has(singular(word))) return singular(word);
  const bound = Math.floor(word.length / 4);
  const near = [...known].find((other) => other.length >= 4 && distance(other, word) <= bound);
  return near ?? word;
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word;
}
