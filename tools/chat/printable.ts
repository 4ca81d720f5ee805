/**
 * Text from elsewhere as a terminal may show it: without control characters but line breaks, so that a menu or a review cannot
 * move the cursor, recolour the screen or set the title.
 */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}
