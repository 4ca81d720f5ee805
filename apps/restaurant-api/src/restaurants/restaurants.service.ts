import { Inject, Injectable } from '@nestjs/common';
import type { CuisineCount, RestaurantQuery } from '@foodie-express/contracts';
import { LRUCache } from 'lru-cache';
import { type Representation, representationOf } from '../http/representation';
import { type Clock, CLOCK } from '../platform/tokens';
import type { CatalogueEntry } from './catalogue/catalogue-entry';
import { RestaurantCatalogue } from './catalogue/restaurant-catalogue';
import { wordsOf } from './search/match-words';
import { rank } from './search/rank';

/** A page of a list. */
export interface RestaurantPage extends Representation {
  /** How many there are on all pages. */
  readonly total: number;
}

interface KeptPage extends RestaurantPage {
  readonly version: number;
  readonly until: number;
}

/** Pages in memory: the front page and what is searched for most. */
const KEPT_PAGES = 200;
const KEPT_BYTES = 32 * 1024 * 1024;

/** Reads restaurants, from memory. */
@Injectable()
export class RestaurantsService {
  private readonly pages = new LRUCache<string, KeptPage>({ max: KEPT_PAGES, maxSize: KEPT_BYTES, sizeCalculation: ({ body }) => body.length + 1 });

  constructor(
    private readonly catalogue: RestaurantCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By name, or where something is searched for the best first. */
  list(query: RestaurantQuery): Promise<RestaurantPage> {
    return this.page(JSON.stringify(query), query, (entries, now) => select(entries, query, now));
  }

  /** Restaurants with a dish of this name, the best match first. */
  serving(itemName: string): Promise<RestaurantPage> {
    const words = wordsOf(itemName);
    return this.page(`dish ${words.join(' ')}`, { skip: 0, limit: Number.POSITIVE_INFINITY }, (entries) => rank(entries, ({ searchText }) => searchText.matchDish(words)));
  }

  /** Every cuisine once, however it is written, with the number of its restaurants. */
  async cuisines(): Promise<CuisineCount[]> {
    const counts = new Map<string, CuisineCount>();
    for (const { record, searchText } of await this.catalogue.all()) {
      const known = counts.get(searchText.cuisine);
      counts.set(searchText.cuisine, { cuisine: known?.cuisine ?? record.cuisine, restaurants: (known?.restaurants ?? 0) + 1 });
    }
    return [...counts.values()].sort((a, b) => a.cuisine.localeCompare(b.cuisine, 'en'));
  }

  /** @throws NotFoundError */
  async one(nameOrId: string): Promise<Representation> {
    return (await this.catalogue.one(nameOrId)).at(this.clock()).representation;
  }

  /** @throws NotFoundError */
  async menu(nameOrId: string): Promise<Representation> {
    return (await this.catalogue.one(nameOrId)).menu();
  }

  /** The page from memory, until a restaurant is changed, opens or closes. */
  private async page(
    key: string,
    { skip, limit }: Pick<RestaurantQuery, 'skip' | 'limit'>,
    found: (entries: readonly CatalogueEntry[], now: Date) => readonly CatalogueEntry[],
  ): Promise<RestaurantPage> {
    const entries = await this.catalogue.all();
    const { version } = this.catalogue;
    const now = this.clock();
    const kept = this.pages.get(key);
    if (kept?.version === version && now.getTime() < kept.until) return kept;
    const all = found(entries, now);
    const json = `[${all.slice(skip, skip + limit).map((entry) => entry.at(now).json).join(',')}]`;
    // A filter may depend on any restaurant's hours, shown or not.
    const until = Math.min(...entries.map((entry) => entry.at(now).until?.getTime() ?? Number.POSITIVE_INFINITY));
    const page = { ...representationOf(json), total: all.length, version, until };
    this.pages.set(key, page);
    return page;
  }
}

function select(entries: readonly CatalogueEntry[], { cuisine, area, q, open_now }: RestaurantQuery, now: Date): readonly CatalogueEntry[] {
  const kitchen = cuisine === undefined ? undefined : wordsOf(cuisine).join(' ');
  const place = wordsOf(area ?? '');
  const filtered = entries.filter(
    (entry) =>
      (kitchen === undefined || entry.searchText.cuisine === kitchen) &&
      entry.searchText.isIn(place) &&
      (open_now === undefined || entry.at(now).isOpen === (open_now === 'true')),
  );
  return q === undefined ? filtered : rank(filtered, ({ searchText }) => searchText.match(wordsOf(q)));
}
