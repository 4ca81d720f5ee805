import { collections, nameKey, ownFields, type RestaurantDocument } from '@foodie-express/restaurant-data';
import type { Db, ObjectId } from 'mongodb';
import type { Fault } from '../legacy/reading';
import { derivedId } from '../legacy/values';
import type { KnownRestaurant } from '../mapping/order';
import { unusedRestaurants } from './unused-restaurants';

type Restaurant = Pick<RestaurantDocument<ObjectId>, '_id' | 'name' | 'nameKey' | 'currency' | 'items'>;

/** The restaurants that are there or will be, in memory, as the API has them. */
export class KnownRestaurants {
  private readonly byKey = new Map<string, KnownRestaurant>();
  private readonly byId = new Map<string, KnownRestaurant>();
  /** Those that nobody would miss: see `unusedRestaurants`. */
  private readonly unused = new Set<string>();
  /** Those that were taken over once, and removed since. */
  private readonly lost = new Map<string, ObjectId>();

  static async load(database: Db): Promise<KnownRestaurants> {
    const known = new KnownRestaurants();
    const projection = { name: 1, nameKey: 1, currency: 1, items: 1 };
    const filter = { [ownFields.restaurants]: { $exists: true }, deletedAt: { $exists: false } };
    for await (const restaurant of database.collection<Restaurant>(collections.restaurants).find(filter, { projection })) known.add(restaurant);
    for (const id of await unusedRestaurants(database)) known.unused.add(id);
    return known;
  }

  find(name: string): KnownRestaurant | undefined {
    return this.byKey.get(nameKey(name));
  }

  idOfLost(name: string): ObjectId {
    return this.lost.get(nameKey(name)) ?? derivedId(`restaurant ${nameKey(name)}`);
  }

  /** The restaurant that one of this name takes the place of; undefined where there is none, or one that is in use. */
  replacedBy(key: string): KnownRestaurant | undefined {
    const holder = this.byKey.get(key);
    return holder !== undefined && this.unused.has(holder.id.toHexString()) ? holder : undefined;
  }

  /** @returns why it cannot be taken over */
  admit(restaurant: Restaurant): Fault | undefined {
    if (this.replacedBy(restaurant.nameKey) !== undefined) this.byKey.delete(restaurant.nameKey);
    const holder = this.byKey.get(restaurant.nameKey)?.id ?? this.lost.get(restaurant.nameKey);
    if (holder !== undefined) return { path: 'name', reason: `is that of restaurant ${holder.toHexString()}, too: ${JSON.stringify(restaurant.name)}` };
    this.add(restaurant);
    return undefined;
  }

  /** One that was taken over may have got another name since, or be gone: orders and reviews know it by the old one. */
  alsoKnownAs(_id: ObjectId, name: string): void {
    const known = this.byId.get(_id.toHexString());
    // A killed run may have written it without a note that it came from the Python service.
    this.unused.delete(_id.toHexString());
    if (known === undefined) this.lost.set(nameKey(name), _id);
    else if (!this.byKey.has(nameKey(name))) this.byKey.set(nameKey(name), known);
  }

  private add({ _id, name, nameKey: key, currency, items }: Restaurant): void {
    const known = { id: _id, name, currency, itemIds: new Map(items.map((item) => [nameKey(item.name), item.id])) };
    this.byKey.set(key, known);
    this.byId.set(_id.toHexString(), known);
  }
}
