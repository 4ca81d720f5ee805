import { randomUUID } from 'node:crypto';
import { type Review, reviewInputSchema, type ReviewStats } from '@foodie-express/contracts';
import { AppError, parseInput } from '@foodie-express/error-messages';
import { type Request, Router } from 'express';

/** Whom a request is from, and what a restaurant is called properly. */
export interface ReviewersAndReviewed {
  readonly accountOf: (request: Request) => { readonly id: string; readonly username: string };
  readonly restaurant: (name: string) => { readonly id: string; readonly name: string };
}

/** The reviews of restaurant-api, as far as conversations need them. */
export function fakeReviews({ accountOf, restaurant }: ReviewersAndReviewed): Router {
  const reviews: Review[] = [];
  const of = (name: string) => reviews.filter(({ restaurant_name }) => restaurant_name === restaurant(name).name).reverse();
  const router = Router();
  router.post('/restaurants/:name/reviews', (request, response) => {
    const { id: user_id, username } = accountOf(request);
    const { id: restaurant_id, name: restaurant_name } = restaurant(request.params.name);
    const { rating, comment } = parseInput(reviewInputSchema, request.body);
    if (of(restaurant_name).some((review) => review.user_id === user_id)) throw new AppError('already_exists', { status: 400, detail: `You have already reviewed ${restaurant_name}` });
    const review = { id: randomUUID(), restaurant_id, restaurant_name, user_id, username, rating, comment, review_date: new Date().toISOString(), helpful_count: 0, is_verified_purchase: false };
    reviews.push(review);
    response.status(201).json(review);
  });
  router.get('/restaurants/:name/reviews', (request, response) => void response.json(of(request.params.name)));
  router.get('/restaurants/:name/reviews/stats', (request, response) => void response.json(statsOf(restaurant(request.params.name).name, of(request.params.name))));
  router.get('/users/me/reviews', (request, response) => {
    const { id } = accountOf(request);
    response.json(reviews.filter(({ user_id }) => user_id === id).reverse());
  });
  return router;
}

function statsOf(restaurantName: string, reviews: readonly Review[]): ReviewStats {
  const count = (stars: number) => reviews.filter(({ rating }) => rating === stars).length;
  return {
    restaurant_name: restaurantName,
    total_reviews: reviews.length,
    average_rating: reviews.length === 0 ? 0 : reviews.reduce((sum, { rating }) => sum + rating, 0) / reviews.length,
    rating_distribution: { '1': count(1), '2': count(2), '3': count(3), '4': count(4), '5': count(5) },
  };
}
