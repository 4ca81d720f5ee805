/** What takes no place where it is shown, such as zero-width spaces and joiners, soft hyphens and marks of direction; and the blank of Braille. */
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\u2800]+/gu;

/** A text without the characters in it that do not show: nobody could tell two apart that differ in those alone. */
export function withoutHidden(text: string): string {
  return text.replace(HIDDEN, '');
}
