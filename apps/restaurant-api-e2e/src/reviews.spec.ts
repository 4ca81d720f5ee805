import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Restaurant, restaurantSchema, type Review, reviewSchema, reviewStatsSchema } from '@foodie-express/contracts';
import { z } from 'zod';
import { ApiUnderTest } from './api-under-test';
import type { Person } from './person';
import { invalidPaths, problemOf } from './problem';
import { addRestaurant, pathOf } from './test-restaurant';

const reviewsSchema = z.array(reviewSchema);

describe('reviews', () => {
  let api: ApiUnderTest;
  let admin: Person;
  let restaurant: Restaurant;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
    admin = await api.admin();
    restaurant = await addRestaurant(admin);
  });
  afterAll(() => api.stop());

  const text = 'Crisp crust, warm people.';
  const review = (who: Person, of = restaurant, more: object = {}) => who.post(`${pathOf(of)}/reviews`, { restaurant_name: of.name, rating: 4, comment: text, ...more });
  const written = async (who: Person, of = restaurant, more: object = {}): Promise<Review> => reviewSchema.parse((await review(who, of, more).expect(201)).body);
  const statsOf = async (of: Restaurant) => reviewStatsSchema.parse((await api.anonymous.get(`${pathOf(of)}/reviews/stats`).expect(200)).body);

  it('are one for each user and restaurant, under parallel requests too', async () => {
    const person = await api.register();
    const answers = await Promise.all(Array.from({ length: 10 }, () => review(person)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 9 }, () => 400)]);
    await problemOf(review(person), 400);
  });

  it('know a verified purchase, and show markup as text', async () => {
    const guest = await api.register();
    expect(await written(guest, restaurant, { comment: '<script>alert(1)</script> so good' })).toMatchObject({
      username: guest.account.username,
      comment: '&lt;script&gt;alert(1)&lt;/script&gt; so good',
      helpful_count: 0,
      is_verified_purchase: false,
    });
    const buyer = await api.register();
    await buyer.post('/orders/', { restaurant_name: restaurant.name, items: [{ item_name: 'Cola', quantity: 1 }] }).expect(201);
    expect((await written(buyer)).is_verified_purchase).toBe(true);
  });

  it('refuse what does not fit', async () => {
    const person = await api.register();
    await problemOf(review(api.anonymous), 401);
    expect(await invalidPaths(review(person, restaurant, { rating: 6 }))).toEqual(['rating']);
    expect(await invalidPaths(review(person, restaurant, { rating: 4.5 }))).toEqual(['rating']);
    expect(await invalidPaths(review(person, restaurant, { comment: 'short' }))).toEqual(['comment']);
    expect(await invalidPaths(review(person, restaurant, { comment: 'x'.repeat(1001) }))).toEqual(['comment']);
    expect((await problemOf(review(person, restaurant, { restaurant_name: 'Kebabalab' }), 400)).errors?.[0]?.path).toBe('restaurant_name');
    await problemOf(person.post('/restaurants/Nowhere/reviews', { restaurant_name: 'Nowhere', rating: 4, comment: text }), 404);
  });

  it('are counted right under parallel writes, changes and deletes, and the rating follows', async () => {
    const shop = await addRestaurant(admin);
    const people = await Promise.all(Array.from({ length: 6 }, () => api.register()));
    const reviews = await Promise.all(people.map(async (person, index) => ({ person, ...(await written(person, shop, { rating: (index % 5) + 1 })) })));
    expect(await statsOf(shop)).toEqual({ restaurant_name: shop.name, total_reviews: 6, average_rating: 2.67, rating_distribution: { '1': 2, '2': 1, '3': 1, '4': 1, '5': 1 } });
    await Promise.all(
      reviews.map(async ({ person, id }, index) => {
        if (index < 3) await person.delete(`/reviews/${id}`).expect(204);
        else await person.put(`/reviews/${id}`, { rating: 5 }).expect(200);
      }),
    );
    expect(await statsOf(shop)).toMatchObject({ total_reviews: 3, average_rating: 5, rating_distribution: { '1': 0, '5': 3 } });
    expect(restaurantSchema.parse((await api.anonymous.get(pathOf(shop))).body).rating).toBe(5);
  });

  it('are listed newest first, of a restaurant and of oneself', async () => {
    const shop = await addRestaurant(admin);
    const [first, second] = [await api.register(), await api.register()];
    const ids = [(await written(first, shop)).id, (await written(second, shop)).id].toReversed();
    const list = await api.anonymous.get(`${pathOf(shop)}/reviews?limit=1`).expect(200);
    expect([reviewsSchema.parse(list.body).map(({ id }) => id), list.headers['x-total-count']]).toEqual([[ids[0]], '2']);
    expect(reviewsSchema.parse((await api.anonymous.get(`${pathOf(shop)}/reviews?skip=1`)).body).map(({ id }) => id)).toEqual([ids[1]]);
    expect(reviewsSchema.parse((await first.get('/users/me/reviews').expect(200)).body).map(({ id }) => id)).toEqual([ids[1]]);
    await problemOf(api.anonymous.get('/users/me/reviews'), 401);
    await problemOf(api.anonymous.get('/restaurants/Nowhere/reviews'), 404);
    await problemOf(api.anonymous.get('/restaurants/Nowhere/reviews/stats'), 404);
  });

  it('are changed and removed by their author alone', async () => {
    const [author, other] = [await api.register(), await api.register()];
    const { id } = await written(author);
    for (const [who, status] of [[api.anonymous, 401], [other, 403], [admin, 403]] as const) {
      await problemOf(who.put(`/reviews/${id}`, { rating: 1 }), status);
      await problemOf(who.delete(`/reviews/${id}`), status);
    }
    expect(await invalidPaths(author.put(`/reviews/${id}`, {}))).toEqual(['']);
    await author.put(`/reviews/${id}`, { comment: 'Even better the second time.' }).expect(200);
    await author.delete(`/reviews/${id}`).expect(204);
    await problemOf(author.delete(`/reviews/${id}`), 404);
    await problemOf(author.put('/reviews/nonsense', { rating: 1 }), 404);
  });

  it('are helpful once for each user, and not for their author', async () => {
    const [author, reader] = [await api.register(), await api.register()];
    const { id } = await written(author);
    await problemOf(author.post(`/reviews/${id}/helpful`), 403);
    await Promise.all(Array.from({ length: 5 }, () => reader.post(`/reviews/${id}/helpful`).expect(200)));
    expect((await (await api.register()).post(`/reviews/${id}/helpful`).expect(200)).body).toMatchObject({ helpful_count: 2 });
    await problemOf(api.anonymous.post(`/reviews/${id}/helpful`), 401);
  });
});
