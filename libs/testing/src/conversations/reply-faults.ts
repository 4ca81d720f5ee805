/** What fits on a phone without much scrolling. */
const MAX_CHARACTERS = 1_200;
const MAX_LINES = 20;

/** How a reply leads on: a question, words to send, or an invitation. */
const NEXT_STEP = /\?|"[^"]+"|\b(?:say|send|please|for example|come back|your next)\b/i;
const MARKDOWN = /\*\*|__|`|^#{1,6} |^[-*•] |\]\(|<\/?[a-z]+>/m;
/** Words of programs. */
const PLUMBING = /\b(?:undefined|null|NaN|\[object|tool|[a-z]+_[a-z_]+|json|http|error code|stack|exception|mongo|redis)\b/;
/** An amount without the sign of its currency: a number at the end of a line of a list or a total. */
const BARE_AMOUNT = /(?:^\d+\. .+|Total|Subtotal|GST): \d[\d.,]*$/m;
const BROKEN_AMOUNT = /[₹$€£](?!\d)|\d[₹$€£]/;

/** What is wrong with a reply, whatever it answers: it is read on a phone, as plain text, and always leads on. */
export function replyFaults(reply: string): string[] {
  const faults: readonly (readonly [boolean, string])[] = [
    [reply.trim() === '', 'is empty'],
    [reply.length > MAX_CHARACTERS, `is longer than ${MAX_CHARACTERS} characters`],
    [reply.split('\n').length > MAX_LINES, `has more than ${MAX_LINES} lines`],
    [!NEXT_STEP.test(reply), 'says no next step'],
    [MARKDOWN.test(reply), 'has markup'],
    [PLUMBING.test(reply), 'speaks of plumbing'],
    [BARE_AMOUNT.test(reply) || BROKEN_AMOUNT.test(reply), 'has an amount without the sign of its currency'],
    [!isNumbered(reply), 'has a list that is not numbered from 1'],
    [/ {2}|[ \t]$|\n{3}/m.test(reply), 'has stray blanks'],
  ];
  return faults.flatMap(([isThere, fault]) => (isThere ? [fault] : []));
}

/** Every list counts from 1 without a gap; a new one may begin anywhere. */
function isNumbered(reply: string): boolean {
  const numbers = reply.split('\n').flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? []).map(Number);
  return numbers.every((number, index) => number === 1 || number === (numbers[index - 1] ?? 0) + 1);
}
