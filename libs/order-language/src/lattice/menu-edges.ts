import type { CompiledMenu } from '../menu/compile-menu';
import type { Entry, PhraseNode } from '../menu/phrase-trie';
import type { Token } from '../text/tokenize';
import type { WordMatcher } from './word-match';

/** Words of the sentence, `start` to `end` exclusive, that a phrase of the menu fits. `gap`: a token between them that is no part of it. */
export interface MenuMatch {
  readonly start: number;
  readonly end: number;
  readonly entry: Entry;
  readonly cost: number;
  readonly gap: number;
}

const JOINED_COST = 0.1;
const LINK_COST = 0.12;
/** "Cilantro and lime" are rather two things than one "cilantro lime". */
const AND_COST = 0.3;
const GAP_COST = 0.6;
const COMMA_COST = 0.8;
/** No phrase reaches over more tokens than this; with MAX_STEPS it bounds the work at each token. */
const MAX_PHRASE_TOKENS = 12;
const MAX_STEPS = 160;
const LINKS = new Set(['and', 'an', 'of', 'with', 'the', 'in']);
const NO_GAP = new Set(['a', 'an', 'and', 'or', 'with', 'without', 'no', 'not', 'of', 'the', 'but', 'plus', 'in', 'on', 'for', 'to', 'i', 'id', 'please']);
const MAX_GAP_ENTRY_COST = 0.3;

/** All phrases of the menu that begin at a token, misspelt, inflected, joined or split words included. */
export class MenuMatcher {
  private steps = 0;

  constructor(
    private readonly menu: CompiledMenu,
    private readonly tokens: readonly Token[],
    private readonly words: WordMatcher,
  ) {}

  matchesAt(start: number): MenuMatch[] {
    this.steps = 0;
    const found: MenuMatch[] = [];
    this.walk(this.menu.phrases, start, start, 0, -1, found);
    return found;
  }

  private walk(node: PhraseNode, start: number, at: number, cost: number, gap: number, found: MenuMatch[]): void {
    if (at > start) {
      for (const entry of node.entries) {
        if (gap < 0 || entry.cost <= MAX_GAP_ENTRY_COST) found.push({ start, end: at, entry, cost: cost + entry.cost, gap });
      }
    }
    const token = this.tokens[at];
    if (!token || at - start >= MAX_PHRASE_TOKENS || node.children.size === 0) return;
    if (at > start && token.before === 'stop') return;
    const reached = cost + (at > start && token.before === 'comma' && !token.bracketed ? COMMA_COST : 0);
    if (reached > cost && at > start && gap >= 0) return;
    this.step(node, start, at, reached, gap, found);
    this.stepJoined(node, start, at, reached, gap, found);
    if (at > start && reached === cost) this.skip(node, start, at, token.word, cost, gap, found);
  }

  private step(node: PhraseNode, start: number, at: number, cost: number, gap: number, found: MenuMatch[]): void {
    for (const match of this.words.match(this.tokens[at]?.word ?? '')) {
      const child = node.children.get(match.id);
      if (!child || (this.steps += 1) > MAX_STEPS) continue;
      this.walk(child, start, at + 1, cost + match.cost, gap, found);
    }
  }

  private stepJoined(node: PhraseNode, start: number, at: number, cost: number, gap: number, found: MenuMatch[]): void {
    const next = this.tokens[at + 1];
    if (next?.before !== 'none') return;
    for (const match of this.words.matchJoined(`${this.tokens[at]?.word ?? ''}${next.word}`)) {
      const child = node.children.get(match.id);
      if (!child || (this.steps += 1) > MAX_STEPS) continue;
      this.walk(child, start, at + 2, cost + match.cost + JOINED_COST, gap, found);
    }
  }

  private skip(node: PhraseNode, start: number, at: number, word: string, cost: number, gap: number, found: MenuMatch[]): void {
    if (this.steps > MAX_STEPS || gap >= 0) return;
    if (LINKS.has(word)) {
      if (cost < 2 * LINK_COST) this.stepPast(node, start, at, cost + (word === 'and' ? AND_COST : LINK_COST), gap, found);
    } else if (!NO_GAP.has(word)) {
      this.stepPast(node, start, at, cost + GAP_COST, at, found);
    }
  }

  /** Goes on after a token that is no part of the phrase, if the one behind it is. */
  private stepPast(node: PhraseNode, start: number, at: number, cost: number, gap: number, found: MenuMatch[]): void {
    if (this.tokens[at + 1]?.before !== 'none') return;
    this.step(node, start, at + 1, cost, gap, found);
    this.stepJoined(node, start, at + 1, cost, gap, found);
  }
}
