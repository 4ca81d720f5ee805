/** How the same words are written, with and without an apostrophe, and in haste. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/['’‘`´]/g, ''],
  [/(\p{L})\1{2,}/gu, '$1'],
  [/\b(?:pls|plz|plss|plese|pleas|plea+s+e+)\b/g, 'please'],
  [/\b(?:ordr|oder|ordre|oredr|odrer)\b/g, 'order'],
  [/\b(?:thx|thnx|thanx|tks|tysm)\b/g, 'thanks'],
  [/\bthat is\b/g, 'thats'],
  [/\bit is\b/g, 'its'],
  [/\bi am\b/g, 'im'],
  [/\bi would\b/g, 'id'],
  [/\bi will\b/g, 'ill'],
  [/\bwe would\b/g, 'wed'],
  [/\bwe are\b/g, 'were'],
  [/\blet us\b/g, 'lets'],
  [/\bthat (?:wi|wou)l[ld]+ be\b/g, 'thatll be'],
  [/\bthat will do\b/g, 'thatll do'],
  [/&/g, ' and '],
];

/** A message in lower case, in which what people write in several ways is written in one, without its apostrophes. */
export function plain(message: string): string {
  return SAME.reduce((text, [written, meant]) => text.replace(written, meant), message.normalize('NFKC').toLowerCase());
}

/** What stands between the signs of a plain message; a point or a comma within a number is none, and what is no word, number or question mark is left out. */
export function clausesOf(text: string): string[] {
  return text
    .split(/(?<!\d)[.,]|[.,](?!\d)|[!;:()~*_"“”\n–—-]/)
    .map((clause) => clause.replace(/[^\p{L}\p{M}\p{N}?. ]+/gu, ' ').replace(/\s+/g, ' ').trim())
    .filter((clause) => clause !== '');
}
