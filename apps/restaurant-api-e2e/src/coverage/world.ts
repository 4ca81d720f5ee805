import { type AccessToken, accessTokenSchema, type Order, orderSchema, type Restaurant, type Review, reviewSchema } from '@foodie-express/contracts';
import type { Test } from 'supertest';
import { ApiUnderTest } from '../api-under-test';
import type { Person } from '../person';
import { addRestaurant, pathOf } from '../test-restaurant';

/** An API with somebody of every kind, and what they call about. */
export class World {
  private constructor(
    readonly api: ApiUnderTest,
    readonly admin: Person,
    /** Whose orders and reviews these are. */
    readonly owner: Person,
    readonly other: Person,
    /** Works for `restaurant`. */
    readonly staff: Person,
    readonly staffOfAnother: Person,
    readonly restaurant: Restaurant,
  ) {}

  static async start(): Promise<World> {
    const api = await ApiUnderTest.start();
    const admin = await api.admin();
    const [owner, other, staff, staffOfAnother] = await Promise.all([api.register(), api.register(), api.register(), api.register()]);
    const [restaurant, another] = await Promise.all([addRestaurant(admin), addRestaurant(admin)]);
    for (const [person, { name }] of [[staff, restaurant], [staffOfAnother, another]] as const) {
      await admin.put(`/admin/users/${person.id}/role`, { role: 'staff', restaurant_name: name }).expect(200);
    }
    return new World(api, admin, owner, other, staff, staffOfAnother, restaurant);
  }

  get anonymous(): Person {
    return this.api.anonymous;
  }

  /** A restaurant that nothing else depends on. */
  newRestaurant(): Promise<Restaurant> {
    return addRestaurant(this.admin);
  }

  orderBody({ name } = this.restaurant) {
    return { restaurant_name: name, items: [{ item_name: 'Cola', quantity: 1 }] };
  }

  /** The owner's, at `restaurant`, taken through `states`. */
  async newOrder(...states: readonly string[]): Promise<Order> {
    const { text } = await this.owner.post('/orders/', this.orderBody()).expect(201);
    const order = orderSchema.parse(JSON.parse(text));
    for (const status of states) await this.admin.patch(`/orders/${order.id}/status`, { status }).expect(200);
    return order;
  }

  /** The owner's, of a restaurant of its own. */
  async newReview(): Promise<Review> {
    const { text } = await this.review(this.owner, await this.newRestaurant()).expect(201);
    return reviewSchema.parse(JSON.parse(text));
  }

  review(who: Person, restaurant: Restaurant): Test {
    return who.post(`${pathOf(restaurant)}/reviews`, { restaurant_name: restaurant.name, rating: 4, comment: 'Crisp crust, warm people.' });
  }

  /** Of somebody new. */
  async newLogin(): Promise<AccessToken> {
    const { username, password } = (await this.api.register()).account;
    const { text } = await this.anonymous.post('/users/login', { username, password }).expect(200);
    return accessTokenSchema.parse(JSON.parse(text));
  }

  stop(): Promise<void> {
    return this.api.stop();
  }
}
