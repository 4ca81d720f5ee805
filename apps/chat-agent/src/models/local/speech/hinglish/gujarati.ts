type Phrases = readonly (readonly [RegExp, string])[];

/** Words that neither English nor Hinglish has. */
const GUJARATI = /\b(?:mane|amne|amare|ane|joie|joiye|joitu|chh?e|aapo|aapjo|moklo|mokljo|vagar|ketl[aiu]|nathi|shun?)\b/;

const PHRASES: Phrases = [
  [/\b(?:jo(?:ie|iye|iy|ye)(?: chh?e)?|aap(?:o|jo)|mokl(?:o|jo|avo)|mangav(?:o|jo)|lavo)\b/g, 'please'],
  [/\bek (?=\p{L})/gu, 'one '],
  [/\bbe (?=\p{L})/gu, '2 '],
  [/\btran (?=\p{L})/gu, '3 '],
  [/\b(?:ketla|ketlu|ketli)(?: (?:nu|na|ni|no|thaya|thayu|paisa|rupiya))*(?: (?:che|chhe))?\b/g, 'how much is it'],
  [/\b(?:shu|su|shun) (?:shu |su )?(?:(?:che|chhe)|mal(?:e|she)(?: (?:che|chhe))?)\b/g, 'what do you have'],
  [/^(.+?) (?:nathi|na) (?:joit[aiou]|please)$/g, 'remove $1'],
  [/\b(\S+) vagar(?: (?:nu|na|ni|no))?\b/g, 'without $1'],
  [/\b(?:mane|mare|amne|amare)\b/g, 'i want'],
  [/\bane\b/g, 'and'],
  [/ (?:che|chhe)$/g, ''],
];

/** A text in which Gujarati phrases, in Latin letters, are said in English; any other as it is. */
export function fromGujarati(text: string): string {
  return GUJARATI.test(text) ? PHRASES.reduce((said, [pattern, english]) => said.replace(pattern, english), text) : text;
}
