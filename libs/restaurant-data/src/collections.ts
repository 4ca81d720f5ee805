/** The collections that hold what the Python service held too, under the same names. */
export const collections = { users: 'users', restaurants: 'restaurants', orders: 'orders', reviews: 'reviews' } as const;

export type CollectionName = keyof typeof collections;

/** A field that every document of ours has and none of the Python service. */
export const ownFields: Readonly<Record<CollectionName, string>> = {
  users: 'usernameKey',
  restaurants: 'nameKey',
  orders: 'placedAt',
  reviews: 'restaurantId',
};

/** Where a migration notes how far it is: one document `{_id, state: "running" | "done"}`. No service starts while one is running. */
export const MIGRATIONS = 'migrations';

/** The name of the database inside of the embedded server. */
export const EMBEDDED_DATABASE = 'foodie_express';
