import type { State } from './grammar/state';
import type { CompiledMenu } from './menu/compile-menu';
import type { UnknownPhrase } from './parsed-order';
import { spanOf } from './read-derivation';
import { suggest } from './suggest';
import type { Token } from './text/tokenize';

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
  return runs.map(({ start, end }) => {
    const span = spanOf(tokens, start, end);
    return { text: text.slice(span.start, span.end), span, suggestions: suggest(menu, tokens.slice(start, end).map((token) => token.word)) };
  });
}
