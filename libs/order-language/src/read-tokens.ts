import { HESITATIONS } from './grammar/common-words';
import type { CompiledMenu } from './menu/compile-menu';
import { tokenize, type Break, type Token } from './text/tokenize';

/** The words of a sentence without the sounds people make while they think, wherever those stand. */
export function readTokens(menu: CompiledMenu, text: string): Token[] {
  const tokens: Token[] = [];
  let skipped: Break = 'none';
  for (const token of tokenize(text)) {
    const before: Break = token.before === 'none' ? skipped : token.before;
    if (HESITATIONS.has(token.word) && menu.vocabulary.idOf(token.word) === undefined) {
      skipped = before;
      continue;
    }
    tokens.push(before === token.before ? token : { ...token, before });
    skipped = 'none';
  }
  return tokens;
}
