import { Inject, Injectable } from '@nestjs/common';
import type { CuisineCount, ItemSearchQuery, RestaurantQuery } from '@foodie-express/contracts';
import { Representation } from '../http/representation';
import { CLOCK, type Clock } from '../platform/tokens';
import type { CatalogueEntry } from './catalogue/catalogue-entry';
import { RestaurantCatalogue } from './catalogue/restaurant-catalogue';
import type { HotAnswer } from './hot-reads';
import { wordsOf } from './search/match-words';
import { rank } from './search/rank';

/** Reads restaurants, from memory. */
@Injectable()
export class RestaurantsService {
  constructor(
    private readonly catalogue: RestaurantCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By name, or where something is searched for the best first. */
  list(query: RestaurantQuery): Promise<HotAnswer> {
    return this.page(query, (entries, now) => select(entries, query, now));
  }

  /** Restaurants with a dish of this name, the best match first. */
  serving({ item_name, ...page }: ItemSearchQuery): Promise<HotAnswer> {
    const words = wordsOf(item_name);
    return this.page(page, (entries) => rank(entries, ({ searchText }) => searchText.matchDish(words)));
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
  async one(nameOrId: string): Promise<HotAnswer> {
    const entry = await this.catalogue.one(nameOrId);
    const { representation, until } = entry.at(this.clock());
    return { representation, version: this.catalogue.version, until };
  }

  /** @throws NotFoundError */
  async menu(nameOrId: string): Promise<HotAnswer> {
    const entry = await this.catalogue.one(nameOrId);
    return { representation: entry.menu(), version: this.catalogue.version, until: null };
  }

  private async page(
    { skip, limit }: Pick<RestaurantQuery, 'skip' | 'limit'>,
    find: (entries: readonly CatalogueEntry[], now: Date) => readonly CatalogueEntry[],
  ): Promise<HotAnswer> {
    const entries = await this.catalogue.all();
    const { version } = this.catalogue;
    const now = this.clock();
    const found = find(entries, now);
    const json = `[${found.slice(skip, skip + limit).map((entry) => entry.at(now).json).join(',')}]`;
    // A filter may depend on any restaurant's hours, shown or not.
    const changes = entries.flatMap((entry) => entry.at(now).until?.getTime() ?? []);
    return { representation: new Representation(json), total: found.length, version, until: changes.length === 0 ? null : new Date(Math.min(...changes)) };
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
