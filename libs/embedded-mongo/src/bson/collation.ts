import { CommandError } from '../errors';
import type { Document } from './document';
import type { Fold } from './key';
import type { StringOrder } from './order';

/** How strings are compared and folded under a collation. Two strings are equal exactly where their folds are. */
export interface Collation {
  readonly spec: { readonly locale: string; readonly strength: number };
  readonly compare: StringOrder;
  readonly fold: Fold;
}

const SENSITIVITY = ['base', 'accent', 'variant'] as const;

/**
 * Understands `locale` and `strength` 1 (base letters), 2 (and accents) and 3 (and case). `{locale: 'simple'}` is none.
 * @throws {CommandError} BadValue for a locale that is unknown, NotImplemented for any other option that would change an order
 */
export function collationOf(spec: unknown): Collation | undefined {
  if (spec === undefined || spec === null) return undefined;
  const { locale, strength: given = 3, ...rest } = spec as Document;
  if (typeof locale !== 'string') throw new CommandError('FailedToParse', "Field 'locale' is missing or not a string in the collation");
  if (locale === 'simple') return undefined;
  const strength = Number(given);
  const other = Object.entries(rest).find(([name, value]) => !isDefault(name, value));
  if (other !== undefined) throw new CommandError('NotImplemented', `The collation option '${other[0]}' is not implemented`);
  const sensitivity = SENSITIVITY[strength - 1];
  if (sensitivity === undefined) throw new CommandError('NotImplemented', `The collation strength ${strength} is not implemented`);
  return { spec: { locale, strength }, fold: folded(strength), compare: order(locale, sensitivity, folded(strength)) };
}

/** Options whose default a driver may spell out. */
const DEFAULTS: Document = {
  caseLevel: false, caseFirst: 'off', numericOrdering: false, alternate: 'non-ignorable', maxVariable: 'punct', normalization: false, backwards: false,
};

function isDefault(name: string, value: unknown): boolean {
  return name === 'version' || DEFAULTS[name] === value;
}

function folded(strength: number): Fold {
  if (strength === 3) return (text) => text.normalize('NFC');
  if (strength === 2) return (text) => text.normalize('NFD').toLowerCase();
  return (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function order(locale: string, sensitivity: (typeof SENSITIVITY)[number], fold: Fold): StringOrder {
  const collator = collatorFor(locale, sensitivity);
  return (a, b) => {
    if (a === b) return 0;
    const [left, right] = [fold(a), fold(b)];
    if (left === right) return 0;
    return collator.compare(a, b) || (left < right ? -1 : 1);
  };
}

function collatorFor(locale: string, sensitivity: (typeof SENSITIVITY)[number]): Intl.Collator {
  try {
    const tag = locale.replaceAll('_', '-');
    if (Intl.Collator.supportedLocalesOf(tag).length > 0) return new Intl.Collator(tag, { sensitivity });
  } catch {
    // RangeError: not even the shape of a locale; answered like an unknown one
  }
  throw new CommandError('BadValue', `Field 'locale' is invalid in: { locale: "${locale}" }`);
}
