/** One way to say something, and what it does. */
export interface Saying<Kind extends string> {
  readonly kind: Kind;
  /** Of all of what is said. */
  readonly pattern: RegExp;
}

/** No saying has more words. */
const LONGEST = 12;

/** Sayings of one kind: phrases, each the source of a pattern. */
export function sayings<Kind extends string>(kind: Kind, phrases: readonly string[]): Saying<Kind>[] {
  return phrases.map((phrase) => ({ kind, pattern: new RegExp(`^(?:${phrase})$`, 'u') }));
}

/**
 * What each way to read a clause as sayings, one behind the other, does; none where a word of it belongs to no saying.
 * The work grows with the clause and the grammar alone, whatever somebody writes.
 */
export function readingsOf<Kind extends string>(clause: string, grammar: readonly Saying<Kind>[]): ReadonlySet<Kind>[] {
  const words = clause.split(' ').filter((word) => word !== '');
  const reached = words.map(() => new Map<string, ReadonlySet<Kind>>());
  const whole = new Map<string, ReadonlySet<Kind>>();
  reached[0]?.set('', new Set());
  for (const [at, before] of reached.entries()) {
    if (before.size === 0) continue;
    for (let end = at + 1; end <= Math.min(words.length, at + LONGEST); end++) {
      for (const kind of kindsSaid(words.slice(at, end).join(' '), grammar)) addTo(reached[end] ?? whole, before, kind);
    }
  }
  return [...whole.values()];
}

function kindsSaid<Kind extends string>(said: string, grammar: readonly Saying<Kind>[]): ReadonlySet<Kind> {
  return new Set(grammar.filter(({ pattern }) => pattern.test(said)).map(({ kind }) => kind));
}

function addTo<Kind extends string>(behind: Map<string, ReadonlySet<Kind>>, before: ReadonlyMap<string, ReadonlySet<Kind>>, kind: Kind): void {
  for (const kinds of before.values()) {
    const more = new Set([...kinds, kind]);
    behind.set([...more].sort().join(' '), more);
  }
}
