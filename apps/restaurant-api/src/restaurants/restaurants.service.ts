import { Injectable } from '@nestjs/common';
import type { CuisineCount, RestaurantQuery } from '@foodie-express/contracts';
import type { CatalogueEntry } from './catalogue/catalogue-entry';
import { RestaurantCatalogue } from './catalogue/restaurant-catalogue';
import type { RestaurantRecord } from './restaurant.schema';
import { wordsOf } from './search/match-words';
import { rank } from './search/rank';

/** JSON of a list that was cut to a page. */
export interface RestaurantPage {
  readonly json: string;
  /** How many there are on all pages. */
  readonly total: number;
}

@Injectable()
export class RestaurantsService {
  constructor(private readonly catalogue: RestaurantCatalogue) {}

  /** By name, or where something is searched for the best first. */
  async list({ cuisine, area, q, open_now, skip, limit }: RestaurantQuery): Promise<RestaurantPage> {
    const now = this.catalogue.clock();
    const kitchen = cuisine === undefined ? undefined : wordsOf(cuisine).join(' ');
    const place = wordsOf(area ?? '');
    const filtered = (await this.catalogue.all()).filter(
      (entry) =>
        (kitchen === undefined || entry.searchText.cuisine === kitchen) &&
        entry.searchText.isIn(place) &&
        (open_now === undefined || entry.isOpen(now) === (open_now === 'true')),
    );
    const found = q === undefined ? filtered : rank(filtered, ({ searchText }) => searchText.match(wordsOf(q)));
    return { json: this.jsonOf(found.slice(skip, skip + limit)), total: found.length };
  }

  /** @throws NotFoundError */
  async one(nameOrId: string): Promise<string> {
    return (await this.catalogue.one(nameOrId)).json(this.catalogue.clock());
  }

  /** @throws NotFoundError */
  async menu(nameOrId: string): Promise<string> {
    return (await this.catalogue.one(nameOrId)).menuJson();
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

  /** Restaurants with a dish of this name, the best match first. */
  async serving(itemName: string): Promise<string> {
    const query = wordsOf(itemName);
    return this.jsonOf(rank(await this.catalogue.all(), ({ searchText }) => searchText.matchDish(query)));
  }

  /** @throws NotFoundError */
  async record(nameOrId: string): Promise<RestaurantRecord> {
    return (await this.catalogue.one(nameOrId)).record;
  }

  private jsonOf(entries: readonly CatalogueEntry[]): string {
    const now = this.catalogue.clock();
    return `[${entries.map((entry) => entry.json(now)).join(',')}]`;
  }
}
