import { buildLattice, type Lattice } from '../lattice/lattice';
import { WordMatcher } from '../lattice/word-match';
import type { CompiledMenu } from '../menu/compile-menu';
import type { OrderLine, Suggestion } from '../parsed-order';
import { suggest } from '../suggest';
import type { Token } from '../text/tokenize';
import type { Correcting, Reading } from './line-changes';
import type { Reference } from './references';
import type { Standing } from './standing';

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
  private readonly references = new WeakMap<Standing, Map<number, Reference | undefined>>();
  private readonly readings = new WeakMap<readonly Token[], Map<OrderLine | undefined, Map<Correcting, Reading>>>();
  private left = MAX_READ;

  constructor(private readonly menu: CompiledMenu) {
    this.words = new WordMatcher(menu.vocabulary);
  }

  latticeOf(tokens: readonly Token[]): Lattice {
    const lattice = this.lattices.get(tokens) ?? buildLattice(this.menu, tokens, this.words);
    this.lattices.set(tokens, lattice);
    return lattice;
  }

  /** What words meant when they were read before in the same way, else what they are found to mean now. */
  readOnce(tokens: readonly Token[], line: OrderLine | undefined, correcting: Correcting, read: () => Reading): Reading {
    const ofTokens = this.readings.get(tokens) ?? new Map<OrderLine | undefined, Map<Correcting, Reading>>();
    const ofLine = ofTokens.get(line) ?? new Map<Correcting, Reading>();
    const reading = ofLine.get(correcting) ?? read();
    this.readings.set(tokens, ofTokens.set(line, ofLine.set(correcting, reading)));
    return reading;
  }

  /** The reference that was looked up under a key in the same standing, else the one that is found now. */
  lookedUp(standing: Standing, key: number, find: () => Reference | undefined): Reference | undefined {
    const known = this.references.get(standing) ?? new Map<number, Reference | undefined>();
    if (known.has(key)) return known.get(key);
    const found = find();
    known.set(key, found);
    this.references.set(standing, known);
    return found;
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
