import { isRefusal } from '../../../../conversation/agreement';
import { dishesIn } from '../../questions/asked-about';
import { asksForOrder } from '../../questions/asked-order';
import { askedOfPlaced } from '../../questions/asked-placed';
import type { Dialogue } from '../../dialogue';
import { restaurantSpokenOf } from '../../dialogue';
import { isFresh, type Question } from '../../dialogue-memory';
import { call, type Move, say } from '../../move';
import { commentOf } from './review-comment';
import { numberOf, wordsOf } from '../../speech/utterance';

type Draft = Extract<Question, { kind: 'review' }>;

const OWN =
  /\b(?:my|our)(?: (?:own|old|past|previous|earlier|last|latest|first|other|two))* reviews?\b|\breviews? (?:that |which )?(?:i|we|i've|we've)(?: have| had| ever| already)* (?:wrote|written|made|gave|given|left|posted|published|did|done|submitted)\b|\breviews?\b.*\b(?:are|is|by) (?:mine|me)\b|\b(?:have|did|had) (?:i|we) (?:already |ever )?(?:write|written|leave|left|post|posted|publish|published|give|given|make|made|submit|submitted|done) (?:any|some|an?|many)(?: [a-z]+)? ?reviews?\b|\bwhat (?:all )?(?:have|did|had) (?:i|we) (?:review|reviewed|rate|rated)\b|\b(?:did|have) (?:i|we) (?:already |ever )?(?:review|reviewed|rate|rated)\b|\bwhat (?:did|have|had) (?:i|we) (?:write|written|say|said|put)\b.*\b(?:mine|it|that one|(?:my|that|the) review|about (?:it|them|the place))\b/;
/** What people think of a place, in words that nothing else has. */
const OPINION =
  /\bwhat (?:do|did|does|are|is|would|have)(?: the| most| all| your| other)* (?:people|customers?|others|users|guests|everyone|everybody|visitors|diners|folks|locals|the public|reviewers)\b.*\b(?:say|says|saying|said|think|thinks|thinking|thought|write|written|feel)\b|\b(?:people|customers|others|guests|everyone|visitors|reviewers) (?:said|say|think|thought|thinks|wrote|write) (?:about|of)\b|\b(?:general|public|customers?'?|people's|other people's) opinions?\b|\bopinions? (?:of|about|on)\b|\breputation\b|\bhow many (?:people|customers|guests|users)?\b.*\b(?:reviewed|have rated)\b|\b(?:the|good|bad|any|some|recent|latest|new|negative|positive|honest|real) reviews? (?:of|for|about|on|at)\b/;
const CHANGE_OF_REVIEW = /\b(?:delete|remove|edit|change|update|take (?:down|back)|withdraw|undo|correct)\b.*\breviews?\b|\b(?:change|edit|update|correct|make|turn) (?:it|that|this|mine|my (?:stars|rating)) (?:in)?to \w+ ?stars?\b|^(?:(?:but|no|hey|wait|what)[ ,]+)*(?:i|we) (?:never|didn't|did not|haven't|have not) (?:write|wrote|written|post|posted|publish|published|review|reviewed|rate|rated|say that|said that|give (?:it |them )?\w+ ?stars?|gave (?:it |them )?\w+ ?stars?)\b/;
const READING = /\b(?:reviews?|ratings?|rated|feedback)\b|\bhow many stars\b|\b(?:anyone|anybody|people|somebody|someone|customers)\b.*\bcomplain\w*|\bwhat (?:do|are|did) (?:people|customers|others|users|guests|everyone|they|folks) (?:say|saying|think|thinking)\b|\bis (?!there\b)(?:it|.{3,40}) (?:any )?good\b/;
const BEST_PLACE = /\b(?:rank|sort|list|order)\b.*\brestaurants?\b.*\brat(?:ed|ings?)\b|\b(?:which|best|top|highest)\b.*\b(?:restaurants?|places?)\b/;
const WRITING = /^(?:please |pls |i want to |i'd like to |i would like to |can i |let me )*(?:rate|review|(?:write|leave|add|post|give|submit|make)(?: (?:a|an|my|them|it|another))*(?: \w+ ?stars?)?(?: (?:review|rating|feedback|stars?)))\b/;
/** Stars that are given without a word for reviewing: "5 stars, the dosa was great", "4/5". */
const STARRED = /(?:^|[ ,])(\d{1,2}|one|two|three|four|five) ?(?:\/ ?5|out of (?:5|five)|stars?)(?=$|[ ,])|⭐+/;
/** "I'd give Swati a 5". */
const GIVEN = /\bi(?:'d| would|'ll| will)? (?:give|rate) (?!me\b|us\b)[^,]{2,40}? (?:an? |with an? )(\d{1,2}|one|two|three|four|five)(?=$|,)/;
/** "The dosa was great": something eaten is judged. */
const JUDGED = /\b(?:was|were|tasted) (?:so |very |really |absolutely |just |the |all )*(?:great|good|amazing|awesome|delicious|yummy|tasty|excellent|fantastic|lovely|wonderful|perfect|superb|best|nice|mediocre|okay|average)\b|\b(?:loved|enjoyed|liked) (?:the|it|your|my)\b/;
/** One word that begins something else. */
const COMMAND = /^(?:menu|help|hi|hello|hey|thanks|bye|food|restaurants?|orders?|login|register|logout|checkout|cart)$/;
const MIN_COMMENT = 10;
/** So many words, and no name of a restaurant, are an opinion. */
const MIN_WORDS = 4;

/** "Which places have 5 stars": asked for, and given to nobody. */
const ASKING = /^(?:(?:and|so|ok|okay|but|hey|please|also|then)[ ,]+)*(?:which|what|what's|who|where|show|list|find|any|are there|is there|do you|does|how|how's|why)\b/;
/** "Why is it 5 stars?", "what are the 3 stars about?": what people wrote tells. */
const WHY_STARS = /^(?:(?:and|so|ok|okay|but|hey|please|also|then)[ ,]+)*(?:(?:why|how come|what (?:makes|made))\b.*\b(?:stars?|rating|rated|score)\b|what(?:'s|'re| is| are)\b.*\b(?:stars?|rating|score)\b.*\b(?:about|for|because|mean|from)\b)/;
/** "I don't want to write a review": whatever was asked, these words are for nobody to read. */
const NOT_WRITING =
  /\b(?:don't|do not|didn't|did not|not|never|no need to|won't|wasn't|am not) (?:(?:want|wanted|wish|like|mean|meant|trying|going|asking|asked|planning|say|said|here)(?: to)? )?(?:write|writing|wrote|leave|leaving|give|giving|post|posting|publish|publishing|add|adding|submit|review|reviewing|rate|rating|an? review|any review|the review|my review)\b|\bno review\b|\bnot an? review\b/;
/** What somebody wants to do instead of telling how it was. */
const WANTING = /\b(?:i|we) (?:just |only |really |actually |rather )?(?:want|wanted|need|would like|'d like|wish|mean|meant)(?: to)? (?:read|see|know|look|hear|find|order|eat|ask|check|have|get|understand|buy)\b|\b(?:can|could|may|shall) (?:i|we|you|u)\b|^(?:(?:no|ok|but|please|just|oh|wait|sorry)[ ,]+)*(?:show|list|tell|read|give me|get me|add|order|cancel|forget|skip|leave it|stop|why)\b/;

/** A review in so many words, or with stars: whatever else is said in it is the person's opinion. Also what is asked of reviews in words that nothing else has. */
export function writtenReview(dialogue: Dialogue): Move | undefined {
  const { text, message } = dialogue;
  if (OWN.test(text) && !CHANGE_OF_REVIEW.test(text) && !WRITING.test(text)) return call('get_my_reviews', {}, { question: undefined });
  if (OPINION.test(text) && !WRITING.test(text) && !STARRED.test(text) && (reviewed(dialogue) ?? restaurantSpokenOf(dialogue)) !== undefined) return reviewsOf(dialogue);
  const notWriting = insteadOfWriting(dialogue);
  if (notWriting !== undefined) return notWriting;
  if (CHANGE_OF_REVIEW.test(text) && STARRED.test(text)) return publishedStays();
  if (WHY_STARS.test(text) && (reviewed(dialogue) ?? restaurantSpokenOf(dialogue)) !== undefined) return reviewsOf(dialogue);
  if (ASKING.test(text) && !WRITING.test(text)) return undefined;
  return WRITING.test(text) || GIVEN.test(text) || STARRED.test(text) || STARRED.test(message) ? complete(dialogue, { kind: 'review' }) : undefined;
}

/** Reading reviews, and "the dosa was great". */
export function reviews(dialogue: Dialogue): Move | undefined {
  const { text } = dialogue;
  if (CHANGE_OF_REVIEW.test(text)) return publishedStays();
  if (OWN.test(text)) return call('get_my_reviews');
  if (JUDGED.test(text)) return complete(dialogue, { kind: 'review' });
  if (!READING.test(text)) return undefined;
  if (dialogue.mention === undefined && BEST_PLACE.test(text)) {
    const cuisine = dialogue.catalogue.cuisineIn(text);
    return cuisine === undefined ? call('get_all_restaurants', { best_rated: true }) : call('search_restaurants_by_cuisine', { cuisine, best_rated: true });
  }
  return reviewsOf(dialogue);
}

function publishedStays(): Move {
  return say('A review that is published I can neither change nor take back, sorry: the operators of FoodieExpress would have to. Shall I show your reviews?', ['My reviews'], { question: undefined });
}

/** "I don't want to write a review, I want to read them": nothing is written, and the reviews are shown where that is wanted. */
function insteadOfWriting(dialogue: Dialogue): Move | undefined {
  const { text } = dialogue;
  const isOfReviews = dialogue.memory.question?.kind === 'review' || /\b(?:reviews?|reviewing|rat(?:e|ing|ings)|stars?|writ\w+|wrote|opinions?|feedback)\b/.test(text);
  if (!NOT_WRITING.test(text) || !isOfReviews || OWN.test(text) || CHANGE_OF_REVIEW.test(text)) return undefined;
  const isReading = /\b(?:read|see|know|look|hear|show|find|why|what)\b/.test(text) && (reviewed(dialogue) ?? restaurantSpokenOf(dialogue)) !== undefined;
  return isReading ? withoutDraft(reviewsOf(dialogue)) : noReview();
}

function withoutDraft(move: Move): Move {
  return { ...move, memory: { ...move.memory, question: undefined, afterLogin: undefined } };
}

function noReview(): Move {
  return say('All right, no review. What would you like next?', ['Show restaurants', 'My orders'], { question: undefined, afterLogin: undefined });
}

function reviewsOf(dialogue: Dialogue): Move {
  const restaurant = reviewed(dialogue) ?? restaurantSpokenOf(dialogue);
  if (restaurant === undefined) return say('Whose reviews would you like to see? Say the name of a restaurant.', ['Show restaurants'], { question: { kind: 'whose', tool: 'get_reviews' } });
  const [dish] = dialogue.mention === undefined ? dishesIn(dialogue) : [];
  const note = dish?.item.rating === undefined ? undefined : `${dish.item.item_name} is rated ⭐ ${String(dish.item.rating)}.`;
  return call('get_reviews', { restaurant_name: restaurant }, { note });
}

/** What was missing of a review: the restaurant, the stars, or the words. */
export function reviewAnswer(dialogue: Dialogue, draft: Draft): Move | undefined {
  if (isRefusal(dialogue.message)) return noReview();
  const notWriting = insteadOfWriting(dialogue);
  if (notWriting !== undefined) return notWriting;
  const { text, mention, memory, message } = dialogue;
  // A sentence that speaks of another place, or begins anew, is no answer.
  if (!isFresh(memory) || WRITING.test(text) || (mention !== undefined && draft.restaurant !== undefined && mention.restaurant.name !== draft.restaurant)) return undefined;
  const isAsking = /^(?:what|which|who|how|where|when|show|list|do|does|is|are|can)\b/.test(text) || ASKING.test(text) || WANTING.test(text) || message.trim().endsWith('?') || isOrderOfDish(dialogue);
  if (isAsking || OWN.test(text) || asksForOrder(dialogue) || askedOfPlaced(dialogue) !== undefined) return undefined;
  const answers = draft.restaurant === undefined ? mention !== undefined || ratingIn(dialogue) !== undefined || wordsOf(text).length >= MIN_WORDS : draft.rating === undefined ? ratingIn(dialogue) !== undefined : wordsOf(text).length >= 2 || !COMMAND.test(text);
  return answers ? complete(dialogue, draft) : undefined;
}

/** "2 masala dosa please": ordered, and no word of how it was. */
function isOrderOfDish({ text, catalogue }: Dialogue): boolean {
  const [first = ''] = wordsOf(text);
  return numberOf(first) !== undefined && catalogue.dishIn(text) !== undefined && !JUDGED.test(text);
}

/** Publishes the review, or asks for what it still lacks. */
function complete(dialogue: Dialogue, draft: Draft): Move {
  const restaurant = draft.restaurant ?? reviewed(dialogue);
  const rating = draft.rating ?? ratingIn(dialogue);
  const comment = draft.comment ?? commentIn(dialogue, draft);
  const known: Draft = { kind: 'review', ...(restaurant !== undefined && { restaurant }), ...(rating !== undefined && { rating }), ...(comment !== undefined && { comment }) };
  if (restaurant === undefined) return say('Thank you! Which restaurant is that about? Say its name.', [], { question: known });
  if (rating === undefined) return say(`How many stars would you give ${restaurant}, 1 to 5?`, ['5', '4', '3'], { question: known, restaurant });
  if (comment === undefined) return say(`${'⭐'.repeat(rating)} for ${restaurant}. And in your own words, at least ${MIN_COMMENT} characters: how was it?`, [], { question: known, restaurant });
  return call('add_review', { restaurant_name: restaurant, rating, comment }, { question: undefined, afterLogin: undefined });
}

/** The restaurant that is named, or the only one that sells the dish that is named, or that was spoken of. */
function reviewed(dialogue: Dialogue): string | undefined {
  const { text, mention, catalogue } = dialogue;
  if (mention !== undefined) return mention.restaurant.name;
  const sellers = [...new Set(catalogue.dishesCalled(catalogue.dishIn(text)).map(({ restaurant }) => restaurant.name))];
  const spokenOf = restaurantSpokenOf(dialogue);
  if (spokenOf !== undefined && (sellers.length === 0 || sellers.includes(spokenOf))) return spokenOf;
  return sellers.length === 1 ? sellers[0] : undefined;
}

/** 1 to 5 stars; undefined where none or any other number of them is given. */
function ratingIn({ text, message }: Dialogue): number | undefined {
  const written = message.match(/⭐/g)?.length;
  const said = STARRED.exec(text)?.[1] ?? GIVEN.exec(text)?.[1] ?? /^(?:rate|review)\b.*? (\d{1,2})(?=$|[ ,])/.exec(text)?.[1] ?? (text.split(' ').length <= 3 ? wordsOf(text).find((word) => numberOf(word) !== undefined) : undefined);
  const rating = written ?? numberOf(said ?? '');
  return rating !== undefined && rating >= 1 && rating <= 5 ? rating : undefined;
}

function commentIn({ message, text }: Dialogue, draft: Draft): string | undefined {
  return commentOf(message, { isComment: draft.rating !== undefined || JUDGED.test(text), shortest: MIN_COMMENT });
}
