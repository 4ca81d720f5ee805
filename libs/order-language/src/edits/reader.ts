import { buildLattice, type Lattice } from '../lattice/lattice';
import { WordMatcher } from '../lattice/word-match';
import type { CompiledMenu } from '../menu/compile-menu';
import type { Suggestion } from '../parsed-order';
import { suggest } from '../suggest';
import type { Token } from '../text/tokenize';

/** Words read for lines in one sentence: 40 words for each of 50 lines. What is said beyond is read for one line at a time. */
const MAX_READ = 2_000;
/** The same for words of one clause that are only tried on each line. */
const MAX_TRIED = 500;
/** What a reading costs beside its words, in words. */
const READING = 4;
/** So many different unknown phrases of one sentence are compared with the whole menu. */
const MAX_SUGGESTED = 10;

/** Reads the words of one sentence, clause by clause and for one line after the other: keeps what it has looked up, and bounds the work. */
export class Reader {
  private readonly words: WordMatcher;
  private readonly lattices = new WeakMap<readonly Token[], Lattice>();
  private readonly suggested = new Map<string, readonly Suggestion[]>();
  private left = MAX_READ;

  constructor(private readonly menu: CompiledMenu) {
    this.words = new WordMatcher(menu.vocabulary);
  }

  latticeOf(tokens: readonly Token[]): Lattice {
    const lattice = this.lattices.get(tokens) ?? buildLattice(this.menu, tokens, this.words);
    this.lattices.set(tokens, lattice);
    return lattice;
  }

  readonly suggest = (words: readonly string[]): readonly Suggestion[] => {
    const key = words.join(' ');
    const known = this.suggested.get(key) ?? (this.suggested.size < MAX_SUGGESTED ? suggest(this.menu, words) : []);
    this.suggested.set(key, known);
    return known;
  };

  /** As many of the lines as words may still be read for, at least one. */
  affordable(lines: readonly number[], words: number): readonly number[] {
    return this.take(lines, words, this.left);
  }

  /** As above, where the words are only tried on each line. */
  affordableTries(lines: readonly number[], words: number): readonly number[] {
    return this.take(lines, words, Math.min(this.left, MAX_TRIED));
  }

  private take(lines: readonly number[], words: number, most: number): readonly number[] {
    const taken = lines.slice(0, Math.max(1, Math.floor(most / (words + READING))));
    this.left -= taken.length * (words + READING);
    return taken;
  }
}
