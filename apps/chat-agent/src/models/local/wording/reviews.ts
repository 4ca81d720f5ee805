import { addedReviewResultSchema, recommendationsResultSchema, reviewsResultSchema, reviewStatsResultSchema } from '../../../tools/results';
import type { Dialogue } from '../dialogue';
import { type Move, say } from '../move';
import type { ToolOutcome } from './tool-outcome';

/** Longer comments are cut: the reply is read on a phone. */
const MAX_COMMENT = 120;

export function sayReviews({ result }: ToolOutcome, { catalogue }: Dialogue): Move {
  const { restaurant, reviews, total, average } = reviewsResultSchema.parse(result);
  if (reviews.length === 0) {
    if (restaurant === undefined) return say('You have not written a review yet. To write one, send: review RESTAURANT 5 stars: WHAT YOU THINK');
    const rating = catalogue.find(restaurant)?.rating ?? undefined;
    const rated = rating === undefined ? '' : `${restaurant} is rated ⭐ ${rating}. `;
    return say(`${rated}Nobody has written a review of ${restaurant} yet. Would you like to see its menu?`, [`Menu of ${restaurant}`], { restaurant });
  }
  const heading = restaurant === undefined ? `Your reviews (${total}):` : `${restaurant}: ⭐ ${(average ?? 0).toFixed(1)} from ${total} ${total === 1 ? 'review' : 'reviews'}`;
  const listed = reviews.map((review, index) => `${index + 1}. ${'⭐'.repeat(review.rating)} ${restaurant === undefined ? review.restaurant : review.username}: "${shortened(review.comment)}"`);
  const next = restaurant === undefined ? 'What would you like next?' : 'Would you like to see the menu?';
  return say(`${heading}\n${listed.join('\n')}\n${next}`, restaurant === undefined ? ['Show restaurants'] : [`Menu of ${restaurant}`], restaurant === undefined ? {} : { restaurant });
}

export function sayReviewStats({ result }: ToolOutcome): Move {
  const { restaurant, total, average } = reviewStatsResultSchema.parse(result);
  const rated = total === 0 ? 'has no reviews yet' : `has ⭐ ${average.toFixed(1)} from ${total} ${total === 1 ? 'review' : 'reviews'}`;
  return say(`${restaurant} ${rated}. Would you like to see the menu?`, [`Menu of ${restaurant}`], { restaurant });
}

export function sayAddedReview({ result }: ToolOutcome): Move {
  const { restaurant, rating } = addedReviewResultSchema.parse(result);
  return say(`Thank you! Your review of ${restaurant} (${'⭐'.repeat(rating)}) is published. What would you like next?`, ['My reviews', 'Show restaurants'], { restaurant });
}

export function sayRecommendations({ result }: ToolOutcome): Move {
  const { dishes, dietary, category, limited } = recommendationsResultSchema.parse(result);
  if (dishes.length === 0) {
    const wanted = [category === undefined ? 'dish' : `dish among ${category}`, ...(dietary === undefined ? [] : [`that is marked ${dietary}`]), ...(limited === true ? ['at that price'] : [])];
    const [, ...limits] = wanted;
    return say(`😔 I know of no ${category === undefined && limits.length === 0 ? 'dish like that' : wanted.join(' ')}. Ask for something wider, or say "show restaurants" to look around.`, ['What is good?', 'Show restaurants']);
  }
  const listed = dishes.map(({ item, restaurant, price, rating, open_now }, index) => {
    const rated = rating === undefined ? '' : ` ⭐ ${rating}`;
    return `${index + 1}. ${item}, ${restaurant}: ${price}${rated}${open_now ? '' : ' (closed now)'}`;
  });
  const [first] = dishes;
  const example = first === undefined ? '' : `1 ${first.item} from ${first.restaurant}`;
  const heading = dietary === undefined ? 'I would try:' : `Marked ${dietary} on the menu:`;
  return say(`${heading}\n${listed.join('\n')}\nShall I order one? For example: ${example}`, [example], {
    ...(first !== undefined && dishes.every(({ restaurant }) => restaurant === first.restaurant) && { restaurant: first.restaurant }),
    question: dishes.length === 1 && first !== undefined ? { kind: 'how_many', restaurant: first.restaurant, item: first.item } : undefined,
    list: { kind: 'dishes', names: dishes.map(({ item, restaurant }) => `${item} from ${restaurant}`) },
  });
}

function shortened(comment: string): string {
  return comment.length <= MAX_COMMENT ? comment : `${comment.slice(0, MAX_COMMENT - 1).replace(/\p{Surrogate}$/u, '')}…`;
}
