import { EVERYDAY_WORDS } from './everyday-words';
import { numberOf, wordsOf } from './utterance';

/** Whom food is for, as families say it. */
export const RELATION =
  '(?:sons?|daughters?|kids?|child(?:ren)?|boys?|girls?|wife|husband|hubby|mom|mum|mummy|mother|dad|daddy|papa|father|brothers?|sisters?|bro|sis|friends?|grand\\p{L}+|uncle|aunt(?:y|ie)?|cousins?|partner|boyfriend|girlfriend|boss|colleagues?|baby|neighbou?rs?|mates?|guests?|room ?mates?|flat ?mates?|family|team)';
/** What they do about it. */
export const WANTS = "(?:wants?(?: to (?:have|eat|get|try))?|would (?:like|have|love)|will (?:have|take|get|eat)|is (?:having|getting|taking)|needs?|takes|gets|asked for|likes|prefers)";
const NOBODY = /^(?:i|we|you|u|they|who|whose|which|that|it|this|there|one|everyone|everybody|nobody|all|both|and|also|please|me|us|dont|don't|not|never|really|just|the|only|still|now)$/;
/** "My son wants", "she would like": for whom it is says nothing of what it is. */
const RELATIVE_WANTS = new RegExp(`(?:^|(?<=[ ,]))(?:for )?(?:(?:my|our|his|her|their|the) (?:\\p{L}+ )?${RELATION}(?: \\p{L}+)?|he|she|they|me) ${WANTS} (?=\\S)`, 'gu');
/** "My friend and I", who want it together. */
const AND_I = new RegExp(`^(?:(?:my|our) (?:\\p{L}+ )?${RELATION} and (?:i|me)|(?:me|i) and (?:my|our) (?:\\p{L}+ )?${RELATION}) (?=(?:want|would|need|will|like|are|'d)\\b)`, 'u');
const NAME_WANTS = new RegExp(`(?:^|(?<=[ ,]))(\\p{L}{2,20}) ${WANTS} (?=\\S)`, 'gu');
/** "For my son a dosa", "2 idli for me". */
const FOR_RELATIVE = new RegExp(`(?:^|(?<=[ ,]))for (?:(?:my|our|his|her|their|the) (?:\\p{L}+ )?${RELATION}|(?:mr|mrs|ms|miss|dr|shri|smt) \\p{L}+|me|him|her|us|them|myself|grand(?:ma|pa|mother|father)|granny|mom|mum|mummy|dad|daddy|papa|dadi|nani|nana|dada)(?=$| |,)[ ,]*`, 'gu');
const FOR_NAME = /(?:^|(?<=[ ,]))for (\p{L}{2,20})(?= (?:\d+|\p{L}+)\b| ?,|$)[ ,]*/gu;
const CHANGED_MIND = /\b\p{L}+ (?:has |have )?changed (?:his|her|their|my|our) minds?[ ,]*(?:so |and )?/gu;
/** "Three people who want the thali": so many of it. */
const SO_MANY_WANT = /\b(\d+|two|three|four|five|six|seven|eight|nine|ten) (?:of (?:us|them)|people|persons|friends|guests|colleagues|guys|others|kids|children|adults|boys|girls|ladies)(?: who)? (?:wants?|would like|will (?:have|take)|are having|have asked for|asked for|need|like|'ll have) (?:the |an? )?(?=\S)/gu;
/** "2 thalis, my husband wants no onion in his": of one of several. */
const WANTS_IT_SO = new RegExp(`(?<=\\b(?:[2-9]|\\d\\d|two|three|four|five|six|seven|eight|nine|ten) [^?]*[ ,])(?:(?:and|but|while) )?(?:my|our|his|her|the) ${RELATION} (?:${WANTS}|has|can (?:only )?(?:have|eat)) (?:(?:his|hers|her|theirs|it|one|that) )?(?:to be )?((?:with )?(?:no|without|less|extra|not|more|mild|hot|spicy)\\b[^,]*?)(?: (?:in|on|for|with) (?:his|hers|her|him|theirs|it))?(?=$|,| and (?:my|our|his|her|the)\\b)`, 'gu');
/** "2 bhel, for my wife less spicy": of hers alone. */
const FOR_ONE_SO = new RegExp(`(?<=\\b(?:[2-9]|\\d\\d|two|three|four|five|six|seven|eight|nine|ten) [^?]*)(?:, |(?:,? )(?:and|but) )for (?:(?:my|our|his|her|the) ${RELATION}|her|him|me) (?:it should be |please |make it |one )?((?:with )?(?:no|without|less|extra|not|more|mild|hot|spicy)\\b[^,]*?)(?=$|,| and (?:for|my|our|his|her|the)\\b)`, 'gu');
/** "My mother can't have onion so hers without", "one for my mother who can't have onion". */
const CANNOT = "(?:cannot|can't|can not|doesn't|does not|don't|do not|shouldn't|won't|will not) (?:have|eat|like|take|want)";
const HERS_WITHOUT = new RegExp(`(?:(?:as|because|since) )?(?:(?:my|our|his|her|the) ${RELATION}|she|he|they) ${CANNOT} (?:any )?(\\p{L}+)[ ,]+(?:(?:so|and)[ ,]+)?(?:please )?(hers|his|theirs|one|one of them)(?: (?:is|should be|must be|to be))? without(?: it| that| any)?(?=$|,| (?:and|please)\\b)`, 'gu');
const WHO_CANNOT = new RegExp(`(?<=\\bfor (?:my|our|his|her|the) ${RELATION} )(?:who|that) ${CANNOT} (?:any )?(\\p{L}+)`, 'gu');
/** "For grandma who hates chaat": what is told of somebody orders nothing. */
const WHO_LIKES = new RegExp(`\\b(${RELATION}|her|him|them) (?:who|that) (?:really |just |always |only )*(?:hates?|loves?|likes?|dislikes?|adores?|fancies|is (?:so |very |really )*(?:hungry|starving|picky|fussy|little|sick|ill|at home))\\b[^,]*?(?=$| ?,| and )`, 'gu');
/** Behind "for" these are no names. */
const NO_NAME = /^(?:lunch|dinner|breakfast|brunch|today|tonight|tomorrow|now|later|delivery|pickup|takeaway|free|sure|example|everyone|everybody|all|both|each|some|the|an?|my|our|his|her|their|kids|home|office|work|party|people|persons|that|this|it|those|these|any|how|what|which|more|less|half|there|here|only|just|once|and|under|below|within|over|above|about|around|max|up)$/;

/**
 * An order without the names of those whom it is for: "for ravi 2 bhel puri and priya wants a dabeli" is "2 bhel puri and a dabeli".
 * @param text in the form of `normalise`
 * @param isName whether a word stands in a name of the catalogue: then it is food or a place, and nobody's
 */
export function withoutPeople(said: string, isName: (word: string) => boolean): string {
  const text = withoutListedNames(said, isName);
  if (/^(?:same|the same)\b|\b(?:enough|recommend|suggest|good|review|table) .*\bfor\b|\b(?:what|which|anything|something)\b/.test(text)) return text;
  const named = text
    .replace(HERS_WITHOUT, (_said, what: string, whose: string) => `${whose} without ${what}`)
    .replace(WHO_CANNOT, 'without $1')
    .replace(FOR_ONE_SO, ', one of them $1')
    .replace(WANTS_IT_SO, (said, how: string) => (wordsOf(how).some(isName) && !/^(?:with )?(?:no|without|less|extra|more) /.test(how) ? said : `one of them ${how}`))
    .replace(WHO_LIKES, '$1')
    .replace(SO_MANY_WANT, '$1 ')
    .replace(AND_I, 'i ')
    .replace(CHANGED_MIND, '')
    .replace(RELATIVE_WANTS, '')
    .replace(NAME_WANTS, (said, word: string) => (NOBODY.test(word) || isName(word) || numberOf(word) !== undefined ? said : ''));
  // "No chutney for her" is for the dish that she has.
  const isOfDish = named.split(/[ ,]+/).some(isName);
  const told = (isOfDish ? named.replace(FOR_RELATIVE, ', ') : named).replace(FOR_NAME, (said: string, word: string, at: number, whole: string) => {
    const behind = whole.slice(at + said.length).split(/[ ,]+/)[0] ?? '';
    const before = whole.slice(0, at).trim().split(/[ ,]+/).at(-1) ?? '';
    const isBeside = numberOf(behind) !== undefined || /^an?$/.test(behind) || (/^(?:|from|at|please|and)$/.test(behind) && isName(before));
    return NO_NAME.test(word) || isName(word) || numberOf(word) !== undefined || !isBeside ? said : ', ';
  });
  if (told === text) return text;
  const tidy = told.replace(/\s+/g, ' ').replace(/(?: ?, ?)+/g, ', ').replace(/\b(and|plus|also), /g, '$1 ').replace(/^[\s,]+|[\s,]+$/g, '');
  return tidy === '' ? text : tidy;
}

/** "Anil butter chicken, sunita 2 pav bhaji, me biryani": names before what each has, where at least two pieces begin so. */
function withoutListedNames(text: string, isName: (word: string) => boolean): string {
  const pieces = text.split(/ ?, /);
  const named = pieces.filter((piece) => isForSomebody(piece, isName));
  return named.length < 2 ? text : pieces.map((piece) => (isForSomebody(piece, isName) ? piece.replace(/^\S+ /, '') : piece)).join(', ');
}

function isForSomebody(piece: string, isName: (word: string) => boolean): boolean {
  const [name = '', next = ''] = piece.split(' ');
  if (next === 'the') return false;
  const isSomebody = /^(?:me|i)$/.test(name) || (/^\p{L}{3,}$/u.test(name) && !isName(name) && !EVERYDAY.has(name) && numberOf(name) === undefined);
  return isSomebody && (numberOf(next) !== undefined || /^an?$/.test(next) || isName(next));
}

const EVERYDAY: ReadonlySet<string> = new Set([...EVERYDAY_WORDS, 'add', 'remove', 'large', 'small', 'medium', 'hot', 'mild', 'extra', 'without', 'with', 'plain', 'spicy', 'keep', 'drop', 'swap', 'skip', 'leave', 'cancel', 'order', 'bring', 'send', 'switch', 'replace']);
