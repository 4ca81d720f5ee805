import { wordsOf } from '../speech/utterance';
import { type Portion, portionBehind } from './wish-portion';

/** What a sentence tells the kitchen in so many words: "write Happy Birthday on the cake", "tell them to pack it well". */
export interface ToldKitchen {
  /** What is said before it; empty where that asks for nothing. */
  readonly before: string;
  /** From the first word that tells it on. */
  readonly clause: string;
  /** As the kitchen reads it. */
  readonly wish: string;
  /** What it is on; undefined where nothing says so. */
  readonly portion: Portion | undefined;
}

const THEM = "(?:them|the (?:kitchen|chef|cook|cooks|restaurant|shop|staff|guys|driver|rider|delivery (?:guy|boy|man|person))|kitchen|restaurant)";
/** What is written on a cake. */
const WRITTEN = /\b(?:write|inscribe|(?:can|could|should|must|make|have|let) (?:it|that|them|they)(?: please)? say|saying)(?: on (?:it|top|them)| down)? (?=\S)/;
/** "A cake with Happy Birthday written on it." */
const WRITTEN_BEHIND = /\bwith (?:the (?:words?|name|text|message) )?(?=\S)([^,]{3,80}?) (?:written|inscribed|iced)(?: on (?:it|top|them|the \p{L}+))?(?: please)?$/u;
/** "Can they pack it nicely?" */
const PACKED = /\bpack (?:it|them|that|this|everything|all|the \p{L}+) (?:(?:very|really|so) )?(?:well|nicely|properly|carefully|tightly|neatly|hot|safely|separately)(?= ?(?:please|pls|thanks)?$)/u;
/** "I want to collect it myself." */
const COLLECTED = /\b(?:i|we)(?:'ll| will|'d like to| would like to| want to| am going to|'m going to| can)(?: just)?(?: come (?:and|to))? (?:(?:collect|fetch|pick up) (?:it|this|that|them|(?:the|my) (?:food|order))|pick (?:it|this|that|them|(?:the|my) (?:food|order)) up)(?: (?:myself|ourselves|there|in person|later))*(?=$| ?,| (?:and|so|please)\b)/;
const TOLD = new RegExp(`\\b(?:(?:tell|inform) ${THEM}(?: (?:please|pls|kindly|also|again))*(?: (?:to|that))?|(?:ask|request) ${THEM}(?: (?:please|pls|kindly|also))* (?:to|for))(?: (?:please|pls))* (?!if\\b|whether\\b|what\\b|when\\b|how\\b|why\\b|where\\b|which\\b|who\\b|it\\b|i said\\b|about\\b)(?=\\S)`);
/** "I'll ask the restaurant first": nothing for anybody here to pass on. */
const BY_THEMSELVES = /(?:^|[ ,])(?:i'll|i will|i can|i could|i should|i need to|i have to|i want to|i'd like to|i must|i would|let me|we'll|we will|we should|should i|shall i|can i|do i|did you|have you)(?: (?:just|first|better|rather|go|quickly|and))* $/;
/** Written to others than a kitchen. */
const NO_INSCRIPTION = /\b(?:reviews?|stars?|rating|rate|feedback|poem|code|story|email|e-mail|letter)\b|\bwrite (?:to|me|back|it|that|this|in|you|us|down)\b/;
const INTRODUCED = /(?:^|[ ,]+)(?:and|but|also|please|pls|then|so|with|can|could|will|would|you|they|it|i|want|would like|i'd like|like|to|have|just|ok|okay|yes|yeah|sure|haan|thanks|kindly)$/;
/** As long as the API takes a note. */
const MAX_WISH = 180;

/** @param text in the form of `normalise` */
export function toldKitchen(text: string): ToldKitchen | undefined {
  const behind = WRITTEN_BEHIND.exec(text);
  if (behind?.[1] !== undefined) return { before: withoutIntroduction(text.slice(0, behind.index)), clause: `write ${behind[1]}`, wish: `write ${behind[1]}`.slice(0, MAX_WISH), portion: undefined };
  const packed = PACKED.exec(text);
  if (packed !== null) return { before: withoutIntroduction(text.slice(0, packed.index)), clause: packed[0], wish: packed[0], portion: undefined };
  const collected = COLLECTED.exec(text);
  if (collected !== null) return { before: withoutIntroduction(`${text.slice(0, collected.index)} ${text.slice(collected.index + collected[0].length)}`.replace(/^[\s,]+(?:(?:and|so|please)[ ,]+)?/, '')), clause: 'note: the customer picks it up', wish: 'the customer picks it up', portion: undefined };
  const written = NO_INSCRIPTION.test(text) ? null : WRITTEN.exec(text);
  const cue = written ?? TOLD.exec(text);
  if (cue === null || BY_THEMSELVES.test(text.slice(0, cue.index))) return undefined;
  const clause = text.slice(cue.index);
  const { said, portion } = withoutPortion(clause.slice(cue[0].length).replace(/[ ,]+(?:please|pls|thanks)$/, ''), written !== null);
  if (said === '') return undefined;
  return { before: withoutIntroduction(text.slice(0, cue.index)), clause, wish: `${written === null ? '' : 'write '}${said}`.slice(0, MAX_WISH), portion };
}

/** Word by word, so that no pattern has several ways to share them out. */
function withoutIntroduction(before: string): string {
  for (let rest = before.trim(); ; ) {
    const less = rest.replace(INTRODUCED, '').replace(/[ ,]+$/, '');
    if (less === rest) return rest;
    rest = less;
  }
}

/** "... on the cake", at the end of what is written. */
function withoutPortion(said: string, isWritten: boolean): { readonly said: string; readonly portion: Portion | undefined } {
  const words = wordsOf(said).map((text) => ({ text }));
  const at = words.findLastIndex(({ text }) => text === 'on' || text === 'onto');
  const behind = isWritten && at > 0 ? portionBehind(words, at) : undefined;
  if (behind?.to !== words.length) return { said, portion: undefined };
  return { said: words.slice(0, at).map(({ text }) => text).join(' '), portion: behind.portion };
}
