/**
 * The variables of an example file of environment variables: `NAME=value` lines, commented out or not, with their values.
 * @param section only the lines between `BEGIN <section>` and `END <section>`; none where there is no such section
 */
export function exampleVariables(text: string, section?: string): ReadonlyMap<string, string> {
  const part = section === undefined ? text : (text.split(`BEGIN ${section}`)[1]?.split(`END ${section}`)[0] ?? '');
  const lines = part.matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]*)=(.*)$/gm);
  return new Map([...lines].map(([, name = '', value = '']) => [name, value.trim()]));
}
