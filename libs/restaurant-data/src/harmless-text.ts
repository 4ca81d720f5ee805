/** Text that no browser takes for markup, wherever it is put: `<b>` becomes `&lt;b&gt;`. What is escaped already stays as it is. */
export function harmlessText(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
