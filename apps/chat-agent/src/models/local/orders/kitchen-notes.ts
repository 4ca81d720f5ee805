import { wordsOf } from '../speech/utterance';

/** What people ask of a kitchen, in front of an ingredient or a manner: "no onion", "less oil", "extra spicy", "well done". */
const CUE = "(?:with ?out|no|hold(?: the)?|skip(?: the)?|leave out(?: the)?|less|little|light(?: on)?|easy on(?: the)?|more|extra|very|not too|not so|don'?t (?:add|put|make it)|do not (?:add|put|make it))";
/** Manners that need no cue. */
const MANNER = "(?:well done|medium rare|on the side|separately?|crispy|mild|spicy|not spicy|jain(?: style)?|cut in(?:to)? \\w+|warm|hot|cold|fresh)";
/** How a wish is introduced on its own. */
const OPENING = /^(?:(?:please|pls|and|but|also|so|then|ok|okay|sorry|oh|just|yes|do it|(?:can|could) (?:you|u|they)(?: please)?(?: (?:do|prepare|give|get|have))?(?: it| them| that| this)?|(?:can|could|may) (?:i|we) (?:get|have)(?: it| them| that| those)?|i'd like(?: it| them)?|give me(?: it| them)|make (?:it|them|that|this|both|all)(?: all)?|i want (?:it|them)|with|it should be|keep it|all|both) )*/;
/** What comes with food and is none. */
const CUTLERY = "(?:spoons?|forks?|knives|chopsticks|napkins?|tissues?|straws?|cutlery|paper plates|candles?|toothpicks?)";
const WISH = new RegExp(`^(?:${CUE}(?: (?:any|the|much|too much|so|very))? [\\p{L}]+(?: (?:or|and|,) ?[\\p{L}]+| [\\p{L}]+)?|(?:(?:pack|keep|send|give|put|serve|wrap|bring) )?(?:the |my |all |all the )?(?!make |put |with |keep |pack |send |give |it |that |this |them )[\\p{L}]+(?: [\\p{L}]+)? (?:packed |kept |given |wrapped |served )?(?:on the side|separately|separate|apart)(?: packed| (?:and )?not (?:on|in) \\p{L}+(?: \\p{L}+)?)?|${MANNER}|(?!(?:one|two|three|four|five|an?|some|the|with|make|add|put|no|it|that|something|anything|any) )[\\p{L}]+(?: [\\p{L}]+)? extra|(?:extra|very) cut in(?:to)? \\w+|(?:(?:give|send|bring|pack|add|put|include)(?: me| us| in)? )?(?:\\d+|an?|one|two|three|four|five|six|some|extra|more)? ?(?:extra |more |plastic |paper |disposable )?${CUTLERY}(?: extra| more)?)$`, 'u');
/** What opens it, and tells nobody anything: "yes please, can I ...". */
const LEAD = "^(?:(?:yes|yeah|yep|yup|haan|ok|okay|sure|please|pls|kindly|perfect|great|good|very good|fine|and|but|also|just|so|oh|thanks|thank you|can you|could you|can i|could i|may i|can we|could we|will you|would you|i want to|i'd like to|i would like to|i need to|is it possible to)[ ,]+)*";
const PERSON = '(?:kitchen|restaurant|chef|cook|driver|rider|order|courier|guy|boy|delivery(?: (?:guy|boy|man|person|partner|driver|people))?|whoever (?:brings|delivers) it)';
const NOTE = new RegExp(`${LEAD}(?:(?:add|leave|write|put|make|send|give|include|attach) )?(?:(?:an?|the|this|one|my) )?(?:(?:kitchen|special|delivery|little|small|short) )*(?:note|instructions?|comment|request|message)(?: (?:for|to) (?:(?:the|my) )?${PERSON})?(?: (?:saying|that says|to say|to|that|asking (?:them|him|her) to|telling (?:them|him|her) to))?[ :,-]+([^ :,-].*)$`);
/** "Add papad to the note." */
const TO_NOTE = /^(?:(?:please|pls|and|also|can you|could you)[ ,]+)*(?:add|put|write|include) (.+?) (?:to|in|on|into|as) (?:an? |the |my |our )?(?:kitchen |order )?notes?(?: (?:too|also|please|pls|for the kitchen))*$/;
const ASKED_OF_COURIER = new RegExp(`${LEAD}(?:(?:ask|tell|get|have|request) (?:(?:(?:the|my) )?${PERSON}|him|her|them|someone) (?:to )?)?`);
const COURIER = new RegExp(`${ASKED_OF_COURIER.source}(?:(?:don'?t|do not|not) )?(?:ring|knock|call|buzz|text|leave (?:it|the (?:food|order)|at)|drop (?:it|the (?:food|order)) (?:off )?(?:at|with)|bring (?:it )?(?:to (?:the )?(?:door|gate)|upstairs|up)|hand (?:it )?(?:over )?to|come to)\\b.*\\b(?:bell|door|gate|reception|lobby|guard|security|arrive|arrival|reach|upstairs|floor|me|flat)\\b`);

/** As long as the API takes them. */
const MAX_NOTE = 200;

/** Longer than any cue: no more of a long message is searched for one. */
const CUE_REACH = 60;

/** How the words of a sentence before and behind a phrase ask the kitchen for something: "without" before "onion". */
const CUE_BEFORE = new RegExp(`(?:^|[ ,])(${CUE}(?: (?:any|the|much))?) $`);

const CUE_FIRST = new RegExp(`^${CUE}(?: (?:any|the|much))?\\s+`);
/** Words that ask for no dish to be made in any way: "no wait", "no problem", "no forget it". */
const NO_SUBJECT = /^(?:wait|forget|problem|problems|worries|hurry|rush|thanks|thank|need|way|idea|matter|doubt|sorry|stop|make|change|leave|cancel|clue|that|this|it|i|we|you|its|it's|not|no|yes|actually|just|only|one|more|please|remove|add|order|good|use|longer|later)$/;

/** Whether a wish that was read is one: of something that can be in a dish. */
export function isOfFood(wish: string): boolean {
  const [subject = ''] = wordsOf(wish.replace(CUE_FIRST, ''));
  return !NO_SUBJECT.test(subject);
}

/**
 * A wish that the menu has no option for, when that is all the sentence says: "no onion", "make it less spicy", "note: ring the bell".
 * @param text in the form of `normalise`
 */
export function wishIn(text: string): string | undefined {
  const noted = NOTE.exec(text)?.[1] ?? TO_NOTE.exec(text)?.[1];
  if (noted !== undefined) return noted.slice(0, MAX_NOTE);
  if (COURIER.test(text)) return text.replace(ASKED_OF_COURIER, '').slice(0, MAX_NOTE);
  const wish = text.replace(OPENING, '').replace(/(?: (?:please|pls|too|also|anywhere|at all|then|thanks|for (?:her|him|me|us|them|my \w+)|in (?:it|them|both|all)|on (?:it|them)))+$/, '');
  if (isCutlery(text)) return text.replace(/^(?:(?:we|i|need|want|would|like|can|could|you|get|have|please|pls|and|also|give|send|me|us) )+/, '').replace(/(?: (?:please|pls|too|also))+$/, '').slice(0, MAX_NOTE);
  if (isWish(wish)) return wish;
  const several = wish.split(SEVERAL).filter((each) => each !== '');
  return several.length > 1 && several.every(isWish) ? several.join(', ').slice(0, MAX_NOTE) : undefined;
}

/** "2 spoons extra": of what comes with the food, and of no dish. */
export function isOfCutlery(wish: string): boolean {
  return new RegExp(`\\b${CUTLERY}\\b`).test(wish);
}

/** "2 tissues and a spoon please": it names what comes with food, and nothing else. */
function isCutlery(text: string): boolean {
  const words = wordsOf(text);
  return words.length <= 12 && isOfCutlery(text) && words.every((word) => AROUND_CUTLERY.test(word) || new RegExp(`^${CUTLERY}$`).test(word));
}

const AROUND_CUTLERY = /^(?:\d+|an?|one|two|three|four|five|six|some|extra|more|few|couple|of|and|with|we|i|need|want|would|like|please|pls|give|send|bring|pack|add|put|include|can|could|you|get|have|me|us|in|also|too|plastic|paper|disposable|for|the)$/;

function isWish(said: string): boolean {
  return WISH.test(said) && wordsOf(said).length <= 8 && isOfFood(said);
}

/** "No onion no garlic", "without onion and less oil": one wish behind the other. */
const SEVERAL = / ?, (?:and |but |also )*| (?:and |but )?(?=(?:no|without|less|extra|not|hold)\b)/;

/** The wish that a phrase is part of which is not on the menu: `onion` in "1 pav bhaji without onion" is "without onion". */
export function wishAround(text: string, start: number, end: number): string | undefined {
  const cue = CUE_BEFORE.exec(text.slice(Math.max(0, start - CUE_REACH), start))?.[1];
  if (cue === undefined || !isOfFood(text.slice(start, end))) return undefined;
  return `${cue.replace(/ (?:any|the|much)$/, '')} ${text.slice(start, end)}`.slice(0, MAX_NOTE);
}

/** A manner that a sentence asks for, and where it stands. */
export interface Manner {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SAID_MANNER = /\b(?:(?:extra|very|less|not too|not so|not|a little|little) (?:spicy|crispy|hot|mild|sweet|oily|salty|sour|sharp|greasy)|well done|on the side|jain(?: style)?)\b/g;

/** Manners that a sentence asks for, with where they stand: "1 idli extra spicy". Menus may have options for them. */
export function mannersIn(text: string): Manner[] {
  return [...text.matchAll(SAID_MANNER)].map(({ 0: said, index }) => ({ text: said, start: index, end: index + said.length }));
}

const REFUSED = /\b(?:no|without|zero) (?:any )?(\p{L}{3,})(?=$| ?,| (?:and|please|pls|in|on|for|but)\b)/gu;

/** What a sentence wants without: "no spice". */
export function refusalsIn(text: string): Manner[] {
  return [...text.matchAll(REFUSED)].filter(([said]) => isOfFood(said)).map(({ 0: said, index }) => ({ text: said, start: index, end: index + said.length }));
}

/** Two notes as one. What is said anew of the same thing takes the place of what was said before: "less spicy" that of "extra spicy". */
export function joinNotes(before: string | undefined, added: string): string {
  const subject = (note: string) => wordsOf(note).at(-1);
  const kept = (before?.split(', ') ?? []).filter((note) => subject(note) !== subject(added));
  return [...kept, added].join(', ').slice(0, MAX_NOTE);
}
