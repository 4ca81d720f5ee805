import type { State } from './grammar/state';
import type { CompiledMenu } from './menu/compile-menu';
import type { UnknownPhrase } from './parsed-order';
import { spanOf } from './read-derivation';
import { suggest } from './suggest';
import type { Token } from './text/tokenize';

/** So many phrases of a sentence get suggestions, each from so many of its words: nobody reads more, and the work stays bounded. */
const MAX_SUGGESTED = 5;
const MAX_WORDS = 4;

/** The words that a derivation could not explain, neighbours together, each with what the menu has that comes near. */
export function readUnknown(menu: CompiledMenu, state: State, tokens: readonly Token[], text: string): UnknownPhrase[] {
  const positions: number[] = [];
  for (let node = state.unknown; node; node = node.previous) positions.push(node.at);
  positions.sort((one, other) => one - other);
  const runs: { start: number; end: number }[] = [];
  for (const at of positions) {
    const run = runs.at(-1);
    if (run?.end === at && tokens[at]?.before === 'none') run.end = at + 1;
    else runs.push({ start: at, end: at + 1 });
  }
  return runs.map(({ start, end }, k) => {
    const span = spanOf(tokens, start, end);
    const words = tokens.slice(start, Math.min(end, start + MAX_WORDS)).map((token) => token.word);
    return { text: text.slice(span.start, span.end), span, suggestions: k < MAX_SUGGESTED ? suggest(menu, words) : [] };
  });
}
