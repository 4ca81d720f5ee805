import type { Match } from './match-words';

/**
 * The entries that match, best first; equal ones stay in their order. Where some match as typed, those that need a typo forgiven
 * are left out: who types "chai" does not mean "chaat".
 */
export function rank<Entry>(entries: readonly Entry[], match: (entry: Entry) => Match | undefined): Entry[] {
  const matched = entries.flatMap((entry) => {
    const found = match(entry);
    return found === undefined ? [] : [{ entry, ...found }];
  });
  const asTyped = matched.filter(({ hasTypo }) => !hasTypo);
  return (asTyped.length > 0 ? asTyped : matched).sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}
