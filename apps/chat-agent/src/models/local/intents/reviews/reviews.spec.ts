import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { reviewAnswer, reviews, writtenReview } from './reviews';

describe('reviews', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['5 stars, the dosa was great', 'add_review {"restaurant_name":"Sankalp Restaurant","rating":5,"comment":"the dosa was great"}'],
    ['review thepla house', 'How many stars would you give Thepla House'],
    ['rate thepla house 4 stars', 'in your own words'],
    ["I've eaten there often, so I would like to leave a review for The Chocolate Room: five stars, the fudge cake is dark and rich.", '"rating":5,"comment":"the fudge cake is dark and rich."'],
    ["I'd give swati snacks 4 out of 5 because the pani puri is fresh every time", '"rating":4,"comment":"the pani puri is fresh every time"'],
    ['please post a two star review of patel, saying the thali came cold and late', '"rating":2,"comment":"the thali came cold and late"'],
    ["I'd give the chocolate room a 5. Best cake ever, seriously", '"rating":5,"comment":"Best cake ever, seriously"'],
    ["Could I review the chocolate room? It was lovely, I'd say 5 stars", `"comment":"It was lovely, I'd say 5 stars"`],
    ['rate thepla house 10 stars', 'How many stars'],
  ])('writes: %s', async (message, move) => {
    expect(await stage.move(writtenReview, message)).toContain(move);
  });

  it.each([
    ['my reviews', 'get_my_reviews'],
    ['have I written any reviews?', 'get_my_reviews'],
    ['reviews of kebabalab', 'get_reviews {"restaurant_name":"Kebabalab"}'],
    ['is butter chicken good', 'get_reviews {"restaurant_name":"Honest Restaurant"}'],
    ['which restaurant has the best reviews', '"best_rated":true'],
    ['the pav bhaji was amazing', 'How many stars would you give Honest Restaurant'],
  ])('reads: %s', async (message, move) => {
    expect(await stage.move(reviews, message)).toContain(move);
  });

  it.each([
    ['Can you show me the reviews that I have written?', 'get_my_reviews'],
    ['Then leave it as it is. What did I write in mine?', 'get_my_reviews'],
    ['did I already review Thepla House?', 'get_my_reviews'],
    ['what have I reviewed so far', 'get_my_reviews'],
    ['what do people in general think of that place?', 'get_reviews {"restaurant_name":"Swati Snacks"}'],
    ["what's the general opinion of swati?", 'get_reviews {"restaurant_name":"Swati Snacks"}'],
    ['what are the reviews of honest?', 'get_reviews {"restaurant_name":"Honest Restaurant"}'],
  ])('tells what others would take for something else: %s', async (message, move) => {
    expect(await stage.move(writtenReview, message, {}, { restaurant: 'Swati Snacks' })).toContain(move);
  });

  it.each([
    "no i don't want to write a review",
    'i only want to read what people say',
    'show me the reviews please',
    'why do people like it so much?',
    '2 masala dosa please',
    'forget the review, i am hungry',
    'i never meant to rate it',
    'it was ok, can i order again now',
  ])('publishes no "%s" as the words of a review', async (message) => {
    const draft = { kind: 'review', restaurant: 'Swati Snacks', rating: 4 } as const;
    const move = reviewAnswer(await stage.dialogue(message, {}, { question: draft }), draft);
    expect(JSON.stringify(move ?? '')).not.toContain('add_review');
  });

  it.each(['why is swati 5 stars', "what's the 3 stars of swati about"])('shows them where stars are asked about: %s', async (message) => {
    expect(await stage.move(writtenReview, message)).toContain('get_reviews {"restaurant_name":"Swati Snacks"}');
  });

  it.each(['change it to 4 stars', 'i did not write that', 'we never reviewed them'])('says that what is published stays: %s', async (message) => {
    expect((await stage.move(writtenReview, message)) + (await stage.move(reviews, message))).toContain('neither change nor take back');
  });

  it.each(['my reviews', 'show my order', 'what is in it', 'did my order go through', 'list my past orders'])('publishes no "%s"', async (message) => {
    const draft = { kind: 'review', restaurant: 'Swati Snacks', rating: 4 } as const;
    expect(reviewAnswer(await stage.dialogue(message, {}, { question: draft }), draft)).toBeUndefined();
  });

  it.each(['2 dosa', 'which places have 5 stars?', 'any 5 star restaurants?', "I'll have a 5", 'reviews of kebabalab'])('leaves to others: %s', async (message) => {
    expect(await stage.move(writtenReview, message)).toBe('-');
  });
});
