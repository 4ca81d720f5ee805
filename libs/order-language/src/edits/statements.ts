import type { Clause } from './clauses';
import { isCount } from './edit-words';
import type { OrderEdit } from './order-edit';
import type { ClauseResult } from './parse-edits';
import { removeClause } from './remove-clause';
import { saysOptions } from './options-said';
import { positions, type Standing } from './standing';
import { verdictIn } from './verdicts';
import { choicesSaid, findTargets, linesOf } from './targets';

/** What a clause that only states something changes; undefined where it states nothing, or states it of nothing that the order has. */
export function statementClause(standing: Standing, clause: Clause, text: string): ClauseResult | undefined {
  const found = verdictIn(standing, clause.start, clause.to);
  if (!found) return undefined;
  if (clause.verb !== undefined && clause.verb !== 'add' && clause.verb !== 'keep' && found.verdict !== 'stays') return undefined;
  const before = { ...clause, verb: 'remove', verbWord: 'remove', from: clause.start, to: found.start } as const;
  const targets = findTargets(standing, clause.start, clause.to, () => true);
  const lines = linesOf(targets);
  const subject = found.verdict === 'remark' ? positions(clause.start, found.start) : [];
  const mentioned = targets.references.some((reference) => reference.end <= found.start) ? [] : choicesSaid(standing, subject);
  const spoken = { unknown: [], focus: lines.at(-1) ?? standing.focus, lines, mentioned };
  switch (found.verdict) {
    case 'goes':
      return removeClause(standing, before, text);
    case 'wrong':
      return removeClause(standing, { ...before, to: clause.to }, text);
    case 'disliked':
      return saysOptions(standing, targets.rest) ? { ...removeClause(standing, { ...before, from: found.end, to: clause.to }, text), mentioned: choicesSaid(standing, targets.rest) } : { ...spoken, edits: [] };
    case 'enough':
      return enough(standing, before, spoken);
    case 'stays':
      // "Everything except the chips stays, drop those".
      return { ...spoken, lines: targets.excepted, edits: [] };
    case 'asked':
      // "Is there oil on the sub? Take it off."
      return { ...spoken, mentioned: choicesSaid(standing, targets.rest), edits: [] };
    case 'remark':
      return { ...spoken, edits: [] };
  }
}

/** "Just one" and "then one" before "is enough". */
const MAX_BARE = 3;

/** "One ginger shot is enough": so many of what the order has; "the fries are fine": as they are. */
function enough(standing: Standing, { from, to }: Clause, spoken: Omit<ClauseResult, 'edits'>): ClauseResult | undefined {
  const { words, order } = standing;
  const { references, rest } = findTargets(standing, from, to, () => true);
  const [reference, ...others] = references;
  const bare = isCount(words[to - 1]) && to - from <= MAX_BARE ? Number(words[to - 1]) : undefined;
  if (!reference && bare !== undefined && order[standing.focus]) return { ...spoken, edits: [{ operation: 'set_quantity', line: standing.focus, quantity: bare }] };
  if (!reference || others.length > 0 || reference.ambiguous || saysOptions(standing, rest)) return undefined;
  const { quantity } = reference;
  if (quantity === undefined) return reference.definite ? { ...spoken, edits: [] } : undefined;
  return { ...spoken, edits: reference.lines.map((line): OrderEdit => ({ operation: 'set_quantity', line, quantity })) };
}
