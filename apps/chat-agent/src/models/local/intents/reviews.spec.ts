import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../testing/intent-stage';
import { reviews, writtenReview } from './reviews';

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
    ['rate thepla house 10 stars', 'How many stars'],
  ])('writes: %s', async (message, move) => {
    expect(await stage.move(writtenReview, message)).toContain(move);
  });

  it.each([
    ['my reviews', 'get_my_reviews'],
    ['reviews of kebabalab', 'get_reviews {"restaurant_name":"Kebabalab"}'],
    ['is butter chicken good', 'get_reviews {"restaurant_name":"Honest Restaurant"}'],
    ['which restaurant has the best reviews', '"best_rated":true'],
    ['the pav bhaji was amazing', 'How many stars would you give Honest Restaurant'],
  ])('reads: %s', async (message, move) => {
    expect(await stage.move(reviews, message)).toContain(move);
  });

  it.each(['2 dosa', 'reviews of kebabalab'])('leaves to others: %s', async (message) => {
    expect(await stage.move(writtenReview, message)).toBe('-');
  });
});
