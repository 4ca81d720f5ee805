import type { Review, ReviewStats } from '@foodie-express/contracts';

const input = { restaurant_name: 'Thepla House', rating: 5, comment: 'Soft, warm, just right.' };

const review: Review = {
  id: '69a41f3ceaa31495b46652d9',
  restaurant_id: '69a41e1eeaa31495b46652ce',
  ...input,
  user_id: '69a41f3ceaa31495b46652d3',
  username: 'asha',
  review_date: '2026-03-01T12:30:00.924Z',
  helpful_count: 0,
  is_verified_purchase: true,
};

const stats: ReviewStats = {
  restaurant_name: 'Thepla House',
  total_reviews: 3,
  average_rating: 4.67,
  rating_distribution: { '1': 0, '2': 0, '3': 0, '4': 1, '5': 2 },
};

/** What of the reviews' calls the documentation shows. */
export const reviewExamples = {
  input,
  review,
  stats,
  change: { rating: 4 },
  changed: { ...review, rating: 4 },
  helpful: { ...review, helpful_count: 1 },
  refused: [
    { code: 'already_exists', status: 400, detail: 'You have already reviewed Thepla House' },
    {
      code: 'bad_request',
      detail: 'restaurant_name should be that of the address: Thepla House',
      errors: [{ path: 'restaurant_name', message: 'should be Thepla House' }],
    },
  ],
  ofSomebodyElse: [{ code: 'forbidden', detail: 'This is the review of somebody else.' }],
  own: [{ code: 'forbidden', detail: 'Your own review counts as helpful already.' }],
} as const;
