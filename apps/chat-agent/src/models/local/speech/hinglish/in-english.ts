import { fromGujarati } from './gujarati';
import { counted } from './numbers';
import { SENTENCES } from './sentences';
import { spelled } from './spelling';
import { VERBS } from './verbs';
import { DESCRIPTIONS, JOINING, POINTING, withoutParticles } from './words';

type Phrases = readonly (readonly [RegExp, string])[];

/** Words that no English sentence has, as `spelled` writes them; those that it spells otherwise are looked for before. */
const SIGN = /(?<![\p{L}'])(?:aur|ek|mujhe|hume|chahiye|wala|hai|nahi|mat|bina|bhejo|hatao|karo|dedo|lelo|rakho|daalo|dikhao|batao|banao|lagao|rehnedo|teen|paanch|chaar|bas|sirf|kya|kitna|kab|kahan|kidhar|accha|theek|sahi|galat|zyada|thoda|bahut|kam|dono|sab|sabhi|bhi|wahi|mere|hamare|abhi|kal|aaj|usme|usmein|ruko|rukiye|chalo|milega|milti|milta|khula|khuli|haan|arre|arey|pehla|dusra|teesra|bola|maine|liye|saath|jagah|kuch|bhookh?|bhukh|lagi|order kab|kyunki|alag|separately se|mein|aadha|aadhi|adha|jaldi|galti|gaya|gayi|tak|lagega|aayega|ayega|kitni|teekha|teekhi|teekhe|tikha|tikhi|sakta|sakte|hoga|logon)(?![\p{L}'])/gu;

/**
 * A text in which Hinglish phrases, in Latin letters, are said in English, so that there is one set of rules for both; other texts
 * stay as they are. Words are spelled in one way first, then numbers are read, whole sentences, what the verb at the end of a clause
 * asks for, how a dish is to be, and last of all the small words between them.
 * @param text in the form of `normalise`
 * @param isName whether a word stands in a name of the catalogue: then it is food or a place, whatever else it means
 */
export function inEnglish(text: string, isName: (word: string) => boolean): string {
  const plain = fromGujarati(text);
  const written = spelled(plain, isName);
  if (!isHinglish(written, isName) && !isHinglish(plain, isName)) return plain;
  const told = [SENTENCES, VERBS, DESCRIPTIONS, POINTING, JOINING].reduce(translated, counted(opened(written), isName));
  const said = tidied(withoutParticles(told, isName));
  return said === '' || said === 'please' ? plain : said;
}

/** "Do plate idli", "idli do", "do dosa do": nothing but the number tells, and no English question has it so. */
const COUNTED = /(?:^|[ ,])do plates?\b|^(?:\d+|one) me \S|^do \S.* do(?: |$)/;
const COUNTED_BEHIND = /(?:^|, )(?:\S+ ){0,3}(\S+) do(?=$|,)/;
const ENGLISH = /\b(?:what|how|which|does|can|could|will|would|should|you|i|to|the)\b/;

function isHinglish(text: string, isName: (word: string) => boolean): boolean {
  if ([...text.matchAll(SIGN)].some(([word]) => !isName(word))) return true;
  return !ENGLISH.test(text) && (COUNTED.test(text) || isName(COUNTED_BEHIND.exec(text)?.[1] ?? ''));
}

/** A sentence without the small words that open it, and without those by which people call each other: "achha suno yaar, 2 dosa". */
function opened(text: string): string {
  return tidied(text.replace(/(?<=\S) (?:yaar|yar|bhai|bhaiya|bhaiyya|bro)(?=$|[ ,])/g, '')).replace(OPENING, '');
}

const OPENING = /^(?:(?:accha|chalo|chal|arre|arey|suno|dekho|to|toh|waise|yaar|bhai|bhaiya|theek hai|haan theek hai|haan accha|aur haan|aur suno)[ ,]+)+(?=[^ ,])(?!(?:kya|hai|bhi|nahi)\b)/;

function translated(text: string, phrases: Phrases): string {
  return phrases.reduce((said, [pattern, english]) => tidied(said.replace(pattern, english)), text);
}

function tidied(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/(?: ?, ?)+/g, ', ').replace(/^[\s,]+|[\s,]+$/g, '');
}
