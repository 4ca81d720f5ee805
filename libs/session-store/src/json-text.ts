const texts = new WeakMap<object, string>();

/**
 * A value's JSON, written once however often it is measured, compared and stored. Only for what nobody changes any more: the text
 * does not follow.
 */
export function jsonText(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}
