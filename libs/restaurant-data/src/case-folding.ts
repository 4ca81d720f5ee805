import { withoutHidden } from '@foodie-express/contracts';

/**
 * What a text shares with every other way to write it in capitals or small letters, in another width, or with characters in it that do
 * not show (Unicode's NFKC_Casefold): `STRASSE` and `straße` are one. Of i and ı, which are other letters in Turkish alone, too.
 */
export function caseFolded(text: string): string {
  // To capitals and back, for ß has two of them; first to small letters, for ẞ is a capital that would stay.
  const small = withoutHidden(text.normalize('NFKC')).toLowerCase().toUpperCase().toLowerCase();
  return small.replaceAll('i\u0307', 'i').replaceAll('ς', 'σ').normalize('NFKC');
}
