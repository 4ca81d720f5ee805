import type { Dialogue } from '../../dialogue';
import { type Move, say } from '../../move';
import { isForeign, LANGUAGES, languageNotice } from '../../speech/scripts';
import { wordsOf } from '../../speech/utterance';

const ASKED = /\b(?:do|can) (?:you|u) (?:speak|understand|know|talk|read|write)(?: in)? (?!it\b|that\b|this\b|me\b)(\p{L}+)(?: (?:too|also|language|please|or \p{L}+|and \p{L}+))*$|\b(?:which|what) languages?\b|\bspeak (?:in )?(?:hindi|gujarati|english)\b/u;

/** Scripts and languages that are not understood get an honest answer. */
export function otherLanguages({ message, text }: Dialogue): Move | undefined {
  const notice = languageNotice(message);
  if (notice !== undefined) return say(notice, ['Show restaurants']);
  const isAsked = ASKED.test(text) || isForeign(wordsOf(message.toLowerCase()));
  return isAsked ? say(LANGUAGES, ['Show restaurants']) : undefined;
}
