import type { Lattice } from '../lattice/lattice';
import type { CompiledMenu } from '../menu/compile-menu';
import type { OrderLine } from '../parsed-order';
import type { Reader } from './reader';
import type { Token } from '../text/tokenize';

/** What references are looked up in. */
export interface Standing {
  readonly menu: CompiledMenu;
  readonly order: readonly OrderLine[];
  /** Reads the words of this sentence. */
  readonly reader: Reader;
  readonly lattice: Lattice;
  readonly words: readonly string[];
  /** The line spoken of last, which "it" means. */
  readonly focus: number;
  /** The lines that the sentence spoke of before, which "them" means; none where it spoke of none. */
  readonly antecedent: readonly number[];
  /** Choices of which the sentence spoke before without asking for anything: "my son hates anchovies, lose them". */
  readonly mentioned: readonly number[];
  /** What an earlier part of the sentence told apart of a line: "one of the lattes with oat, and the other ...". */
  readonly part: { readonly line: number; readonly quantity: number } | undefined;
  /** The sentence says that something said before no longer holds. */
  readonly takenBack: boolean;
}

/** Positions from one to another, without that. */
export function positions(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}

export function tokensAt({ lattice }: Standing, at: readonly number[]): Token[] {
  return at.flatMap((position) => lattice.tokens[position] ?? []);
}
