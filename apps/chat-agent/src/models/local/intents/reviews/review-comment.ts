/** How many stars, as a comment may begin with it. */
const STARS = String.raw`(?:(?:[1-5]|one|two|three|four|five)(?:\s*\/\s*5|\s+out\s+of\s+(?:5|five))|(?:[1-5]|one|two|three|four|five)[\s-]*stars?|(?:give|rate)[^.,:;]{2,40}? (?:an? |with an? )(?:[1-5]|one|two|three|four|five)(?=[.,:;])|⭐+)`;
const BEHIND_STARS = new RegExp(String.raw`${STARS}(?:\s*[:,;.!–—-]+)?\s+(\S.*)$`, 'is');
const LEADING_STARS = new RegExp(String.raw`^(?:(?:i(?:'d| would)? (?:give|say) (?:it |them )?)?${STARS}[\s:,;.!–—-]*)+`, 'i');
/** "Saying the thali came cold": told to be the comment. */
const SAYING = /\b(?:saying(?: that)?|(?:that|which) says(?: that)?|(?:with|and|using) (?:the |my )?(?:text|comment|words|message|note)s?(?: (?:that|is|saying|being))?|(?:text|comment)\s*(?:is\b|:))\s*(?:[:,]\s*)?(\S.*)$/is;
/** What joins a comment to the stars and is no part of it. */
const JOINT = /^(?:(?:because|as|since|cause|coz|cos|and|but|from me|for them|then|to (?:it|them)|for (?:it|the food|the place)|please|pls|overall|of (?:the )?[^,.:;]{2,40}?(?=[,.:;]))[\s,:;.–—-]+)+/i;
/** "Could I review swati?", before what they think. */
const REQUEST = /\b(?:review|rate|rating|feedback)\b/i;
const SENTENCE = /[^.?!]*[.?!]\s+/y;

const LONGEST = 1_000;

/**
 * What a person thinks, in their own words: behind "saying", a colon, or the stars; all of it, less the request in front, where the message is said
 * to be the comment. Undefined where that is too short to be published.
 */
export function commentOf(message: string, { isComment, shortest }: { readonly isComment: boolean; readonly shortest: number }): string | undefined {
  const found = [SAYING.exec(message)?.[1], /:\s*(\S.*)$/s.exec(message)?.[1], BEHIND_STARS.exec(message)?.[1], isComment ? withoutRequest(message) : undefined];
  return found.map((said) => bare(said ?? '')).find((said) => said.length >= shortest);
}

/** One sentence after the other: a single pattern for all of them would try every way to share out the words between them. */
function withoutRequest(message: string): string {
  let start = 0;
  let comment = 0;
  for (;;) {
    SENTENCE.lastIndex = start;
    const [sentence] = SENTENCE.exec(message) ?? [];
    if (sentence === undefined || !REQUEST.test(sentence)) return message.slice(comment);
    start += sentence.length;
    if (/^\S{2}/.test(message.slice(start, start + 2))) comment = start;
  }
}

function bare(said: string): string {
  return said.trim().replace(LEADING_STARS, '').replace(JOINT, '').replace(/^["“'](.+)["”']$/s, '$1').trim().slice(0, LONGEST);
}
