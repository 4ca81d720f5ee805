import type { Dialogue } from '../dialogue';
import { restaurantSpokenOf } from '../dialogue';
import { call, type Move, say } from '../move';

const OWN = /\b(?:my|our) reviews?\b|\breviews? (?:i|we) (?:wrote|have written|made|gave)\b/;
const READING = /\b(?:reviews?|ratings?|rated|feedback)\b|\bwhat (?:do|are) people (?:say|saying|think)\b|\bis (?:it|this|that|.{3,40}) (?:any )?good\b/;
const WRITING = /^(?:please |pls |i want to |i'd like to |can i |let me )*(?:rate|review|(?:write|leave|add|post|give|submit|make)(?: (?:a|an|my|them|it))*(?: \d\s?stars?)?(?: (?:review|rating|feedback|stars?)))\b/;
const STARS = /\b([1-5])\s*(?:\/\s*5|out of 5|out of five|stars?)?\b/;
const HOW_TO_REVIEW = 'To review, send for example: review Thepla House 5 stars: fresh theplas and quick delivery\n(1 to 5 stars, and at least 10 characters in your own words)';

/** Reading and writing reviews. */
export function reviews(dialogue: Dialogue): Move | undefined {
  const { text } = dialogue;
  if (OWN.test(text)) return call('get_my_reviews');
  if (WRITING.test(text)) return write(dialogue);
  if (!READING.test(text)) return undefined;
  const restaurant = restaurantSpokenOf(dialogue);
  return restaurant === undefined ? undefined : call('get_reviews', { restaurant_name: restaurant });
}

function write(dialogue: Dialogue): Move {
  const restaurant = restaurantSpokenOf(dialogue);
  const rating = Number(STARS.exec(dialogue.text)?.[1]);
  const comment = commentOf(dialogue.message);
  if (restaurant === undefined || Number.isNaN(rating) || comment.length < 10) return say(HOW_TO_REVIEW);
  return call('add_review', { restaurant_name: restaurant, rating, comment });
}

/** What the person wrote behind a colon or a comma, or behind the stars. */
function commentOf(message: string): string {
  const behindStars = /[1-5]\s*(?:\/\s*5|out of (?:5|five))?\s*(?:stars?)?\s*[:,;.!-]*\s+(.+)$/is.exec(message)?.[1];
  const behindColon = /:\s*(.+)$/s.exec(message)?.[1];
  return (behindColon ?? behindStars ?? '').trim().slice(0, 1_000);
}
