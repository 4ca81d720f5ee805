import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Restaurant, restaurantSchema, reviewSchema, reviewStatsSchema } from '@foodie-express/contracts';
import { eventually, MongoServer } from '@foodie-express/testing';
import { MongoClient, ObjectId } from 'mongodb';
import { ApiUnderTest } from './api-under-test';
import { MongoTap } from './mongo-tap';
import { Person } from './person';
import { addRestaurant, pathOf } from './test-restaurant';

const COUNT = 50;
const shared = { JWT_SECRET: 'the-same-secret-for-both-instances' };
/** How the commands begin that an instance sends to the database. */
const writingReview = 'insert\0\x08\0\0\0reviews\0';
const countingReviews = 'aggregate\0\x08\0\0\0reviews\0';

const comment = 'Crisp crust, warm people.';

describe('the counts of reviews', () => {
  let mongo: MongoServer;
  let tap: MongoTap;
  let client: MongoClient;
  let apis: readonly [ApiUnderTest, ApiUnderTest];
  let admin: Person;
  let people: Person[];
  beforeAll(async () => {
    mongo = await MongoServer.start();
    tap = await MongoTap.start(mongo.uri);
    client = await MongoClient.connect(mongo.uri);
    const [first, second] = await Promise.all([
      ApiUnderTest.start({ ...shared, MONGODB_URI: `${mongo.uri}/reviewed` }),
      ApiUnderTest.start({ ...shared, MONGODB_URI: `${tap.uri}/reviewed` }),
    ]);
    apis = [first, second];
    admin = await first.admin();
    people = await manyPeople();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(apis.map((api) => api.stop()));
    await client.close();
    await tap.stop();
    await mongo.stop();
  });

  const instance = (index: number) => apis[index % 2 === 0 ? 0 : 1];

  /** Half of them call the one instance, half the other. Copies of one account, for fifty registrations would take their time. */
  async function manyPeople(): Promise<Person[]> {
    const { id, account } = await apis[0].register();
    const users = client.db('reviewed').collection('users');
    const model = await users.findOne({ _id: new ObjectId(id) });
    const names = Array.from({ length: COUNT }, (_, index) => `reviewer-${index}`);
    await users.insertMany(names.map((name) => ({ ...model, _id: new ObjectId(), username: name, usernameKey: name, email: `${name}@x.org`, emailKey: `${name}@x.org` })));
    return Promise.all(names.map((username, index) => Person.login(instance(index), { ...account, username })));
  }

  /** What both instances say is what a count of the reviews themselves comes to. */
  async function expectRight(restaurant: Restaurant): Promise<void> {
    const reviews = await client.db('reviewed').collection<{ rating: number; userId: ObjectId }>('reviews').find({ restaurantId: new ObjectId(restaurant.id) }).toArray();
    const ratings = reviews.map(({ rating }) => rating);
    const average = ratings.length === 0 ? 0 : ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
    expect(new Set(reviews.map(({ userId }) => userId.toHexString())).size).toBe(reviews.length);
    for (const api of apis) {
      await eventually(async () => {
        expect(reviewStatsSchema.parse((await api.anonymous.get(`${pathOf(restaurant)}/reviews/stats`).expect(200)).body)).toEqual({
          restaurant_name: restaurant.name,
          total_reviews: ratings.length,
          average_rating: Math.round(average * 100) / 100,
          rating_distribution: Object.fromEntries([1, 2, 3, 4, 5].map((rating) => [String(rating), ratings.filter((each) => each === rating).length])),
        });
        const { rating } = restaurantSchema.parse((await api.anonymous.get(pathOf(restaurant)).expect(200)).body);
        expect(rating).toBe(ratings.length === 0 ? null : Math.round(average * 10) / 10);
      }, 2_000);
    }
  }

  const review = (person: Person, { name }: Restaurant, rating: number) => person.post(`${pathOf({ name })}/reviews`, { restaurant_name: name, rating, comment });

  async function newRestaurant(): Promise<Restaurant> {
    const restaurant = await addRestaurant(admin);
    await eventually(() => apis[1].anonymous.get(pathOf(restaurant)).expect(200));
    return restaurant;
  }

  it('are right after 50 parallel reviews on two instances, and their changes and removals among each other', async () => {
    const restaurant = await newRestaurant();
    const written = await Promise.all(people.map((person, index) => review(person, restaurant, (index % 5) + 1).expect(201)));
    await expectRight(restaurant);
    const ids = written.map(({ body }) => reviewSchema.parse(body).id);
    await Promise.all(
      people.map(async (person, index) => {
        if (index % 3 === 0) await person.delete(`/reviews/${ids[index] ?? ''}`).expect(204);
        if (index % 3 === 1) await person.put(`/reviews/${ids[index] ?? ''}`, { rating: 5 }).expect(200);
        if (index % 6 === 0) await review(person, restaurant, 1).expect(201);
      }),
    );
    await expectRight(restaurant);
  });

  it('count one of 50 parallel reviews of one person on two instances', async () => {
    const restaurant = await newRestaurant();
    const [person] = people;
    if (person === undefined) throw new Error('there are people');
    const { id, account, token } = person;
    const answers = await Promise.all(Array.from({ length: COUNT }, (_, index) => review(new Person(instance(index), id, account, token), restaurant, (index % 5) + 1)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(COUNT - 1);
    await expectRight(restaurant);
  });

  it.each([
    ['a new review', 'post'],
    ['a changed review', 'put'],
    ['a removed review', 'delete'],
  ] as const)('are right after a process was killed between %s and its count', async (_name, method) => {
    const restaurant = await newRestaurant();
    // The author calls the second instance, whose words to the database can be held back.
    const [other, author] = people;
    if (other === undefined || author === undefined) throw new Error('there are people');
    const { id } = method === 'post' ? { id: '' } : reviewSchema.parse((await review(author, restaurant, 1).expect(201)).body);
    const counting = tap.next(countingReviews);
    const change = method === 'post' ? review(author, restaurant, 2) : method === 'put' ? author.put(`/reviews/${id}`, { rating: 5 }) : author.delete(`/reviews/${id}`);
    const answer = Promise.resolve(change).catch(() => undefined);
    await counting;
    await apis[1].killAndRestart();
    await answer;
    await expectRight(restaurant);
    await review(other, restaurant, 4).expect(201);
    await expectRight(restaurant);
  });

  it('are right after a process was killed before it could count, where another had counted before the change was made', async () => {
    const restaurant = await newRestaurant();
    const [other, author] = people;
    if (other === undefined || author === undefined) throw new Error('there are people');
    const writing = tap.next(writingReview);
    const answer = Promise.resolve(review(author, restaurant, 2)).catch(() => undefined);
    const write = await writing;
    await review(other, restaurant, 4).expect(201);
    const counting = tap.next(countingReviews);
    write();
    await counting;
    await apis[1].killAndRestart();
    await answer;
    await expectRight(restaurant);
  });
});
