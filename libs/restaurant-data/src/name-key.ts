import { caseFolded } from './case-folding';

/**
 * What two names share that mean the same: no difference of case, width, blanks or characters that do not show. Stored and indexed, so
 * that no lookup scans.
 */
export function nameKey(name: string): string {
  return caseFolded(name).replace(/\s+/gu, ' ').trim();
}

/** A stable identifier of a name inside a menu: `Pav Bhaji (Jain)` -> `pav_bhaji_jain`. Empty where the name has no Latin letter or digit. */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 56)
    .replace(/_+$/, '');
}

export interface Named {
  readonly id?: string | undefined;
  readonly name: string;
}

/** The id of each entry, or else a slug of its name; equal slugs, and names in other scripts, are told apart by a number. */
export function idsOf(entries: readonly Named[], fallback: string): string[] {
  const taken = new Set(entries.flatMap(({ id }) => id ?? []));
  return entries.map(({ id, name }) => {
    if (id !== undefined) return id;
    const base = slug(name) || fallback;
    let candidate = base;
    for (let number = 2; taken.has(candidate); number += 1) candidate = `${base}_${number}`;
    taken.add(candidate);
    return candidate;
  });
}
