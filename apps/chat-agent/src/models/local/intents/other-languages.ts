import type { Dialogue } from '../dialogue';
import { type Move, say } from '../move';
import { languageNotice } from '../scripts';

const ASKED = /\b(?:do|can) (?:you|u) (?:speak|understand|know|talk|read|write)(?: in)? (\p{L}+)|\b(?:which|what) languages?\b|\bspeak (?:in )?(?:hindi|gujarati|english)\b/u;

/** Scripts and languages that are not understood get an honest answer. */
export function otherLanguages({ message, text }: Dialogue): Move | undefined {
  const notice = languageNotice(message);
  if (notice !== undefined) return say(notice, ['Show restaurants']);
  return ASKED.test(text) ? say('I understand English and Hinglish in Latin letters, for example: "2 masala dosa chahiye". What would you like?', ['Show restaurants']) : undefined;
}
