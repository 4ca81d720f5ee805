const AMOUNT = /\b(?:how (?:much|expensive|costly|pricey|cheap)|quote|damage|estimate|price|prices|priced|pricing|cost|costs|rate(?! me)|charges?|(?<!\b(?:i|i'd|i'll|we|we'd|we'll|let's|to|can|could|please|would|shall) )(?<!^|, )go(?:es)? for|going for|(?:run|cost) me|set me back)\b/;
/** "What do they want for it?", "what does it all come to?", "what will I pay for them?" */
const WHAT = /\bwhat(?:'s)?(?: \p{L}+(?:'\p{L}+)?){0,5} (?:(?:come|comes|coming|add|adds) (?:up )?to|pay|owe|charge|(?:want|wants|ask|asks|asking|take|takes) for (?:it|that|this|them|those|these|one|an?|the)\b|total(?:s)?$)/u;
const WHAT_IT_IS = /\bwhat (?:would|will) .+ (?:be|come to|make)(?: (?:on top|extra|more|then|together|too))?$|\bwhat (?:would|will|does|do|is) (?:it|that|this|they|those|them|all of (?:it|that))(?: all)? (?:be|cost|come to|make|total)\b|\bwhat(?:'s| is| would| will)(?: be)? (?:it|that|this|those|one)(?: be| cost)? (?:with|in)\b/;
const BOUND = /^(?:is|are|does|do) .+ (?:more than|less than|under|over|above|below|cheaper than|around|about) (?:rs |inr )?\d+/;
const ALL = /\b(?:(?:grand )?total|sum|bill|altogether|in all|all in|(?:with|including|incl|inclusive of|plus) (?:the |all )?(?:tax|taxes|gst|vat))\b/;
const ASKS = /\b(?:what|what's|how|tell|know|see|show|much)\b|^(?:the |my |and )*(?:total|sum|bill)\b/;
/** What is done with a total or said of it, and asks for none. */
const OTHERWISE = /\b(?:deliver\w*|calor\w*|kcal|many|minutes|split|share|divide|each|per|why|wrong|change|pay(?:ing)? (?:by|with|in|using|online|now|later|cash)|my (?:last|past|previous))\b/;

/** Whether a sentence asks what something costs. @param text in the form of `normalise` */
export function asksPrice(text: string): boolean {
  return AMOUNT.test(text) || WHAT.test(text) || WHAT_IT_IS.test(text) || BOUND.test(text);
}

/** Whether a sentence asks what all of it comes to: "that comes to how much, including GST?", "what am I paying?" */
export function asksTotal(text: string): boolean {
  return !OTHERWISE.test(text) && ((ALL.test(text) && ASKS.test(text)) || WHAT.test(text) || /\bhow much\b.*\b(?:pay|owe|come to|comes to)\b|\b(?:pay|owe|come to|comes to) how much\b/.test(text));
}
