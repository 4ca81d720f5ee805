/** `text` in at most `length` UTF-16 units, with an ellipsis where it was cut and no half of a character at its end. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
