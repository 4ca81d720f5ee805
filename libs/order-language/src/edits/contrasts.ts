import type { Token } from '../text/tokenize';
import { isOrdinaryOne, preambleEnd, verbAt } from './edit-words';
import { hasAny } from './options-said';
import { referenceAt } from './references';
import type { Standing } from './standing';

const VERBAL = new Set(['do', 'does', 'did', 'is', 'are', 'was', 'were', 'should', 'would', 'could', 'can', 'will', 'if', 'why', 'or', 'am', 'be', 'have', 'has', 'may', 'might']);
const BEHIND = new Set(['in', 'on', 'for', 'with', 'to', 'and', 'please', 'thanks', 'sorry', 'though', 'but', 'now', 'then']);
const ARTICLES = new Set(['a', 'an', 'the', 'any', 'my']);
/** Words that cost more name a choice too vaguely. */
const MAX_CHOICE_COST = 1.2;

/** "Plain pancakes, not chocolate chip": the sentence with "instead of" where "not" stands before what the order has; undefined where it stands nowhere so. */
export function contrasted(standing: Standing): Token[] | undefined {
  const { lattice, words } = standing;
  const first = refusedFirst(standing);
  if (first) return first;
  const at = words.findIndex((word, k) => word === 'not' && contrasts(standing, k));
  if (at < 0) return undefined;
  return lattice.tokens.flatMap((token, k): Token[] => (k === at ? ['instead', 'of', ...(ARTICLES.has(words[at + 1] ?? '') ? [] : ['the'])].map((word) => ({ ...token, word, before: 'none' })) : [token]));
}

const BEFORE_MEANT = new Set(['i', 'we', 'it', 'that', 'but', 'no', 'is', 'was', 'should', 'be', 'have', 'been', 'supposed', 'to', 'just', 'actually', 'only']);
const MEANT = new Set(['meant', 'mean', 'said', 'wanted', 'want', 'asked', 'for', 'be', 'was', 'been']);

/** "Not the soup, I meant the salad": "the salad instead of the soup". */
function refusedFirst(standing: Standing): Token[] | undefined {
  const { lattice, words } = standing;
  const at = preambleEnd(lattice.tokens);
  const line = words[at] === 'not' ? referenceAt(standing, at + 1, words.length) : undefined;
  if (!line || line.pronoun || line.preposition || lattice.tokens[line.end]?.before === undefined || lattice.tokens[line.end]?.before === 'none') return undefined;
  let from = line.end;
  while (BEFORE_MEANT.has(words[from] ?? '') || MEANT.has(words[from] ?? '')) from += 1;
  const behind = lattice.tokens.findIndex(({ before }, k) => k > from && before === 'stop');
  const end = behind < 0 ? words.length : behind;
  if (from === line.end || from >= end || !MEANT.has(words[from - 1] ?? '')) return undefined;
  const joint = lattice.tokens.slice(at, at + 1).flatMap((token) => ['instead', 'of'].map((word) => ({ ...token, word, before: 'none' as const })));
  return [...lattice.tokens.slice(from, end), ...joint, ...lattice.tokens.slice(at + 1, line.end), ...lattice.tokens.slice(end)];
}

function contrasts(standing: Standing, at: number): boolean {
  const { lattice, words } = standing;
  if (at === 0 || VERBAL.has(words[at - 1] ?? '') || !wantsSomething(standing, at)) return false;
  const from = ARTICLES.has(words[at + 1] ?? '') ? at + 2 : at + 1;
  const endsPhrase = (end: number): boolean => end === words.length || lattice.tokens[end]?.before !== 'none' || BEHIND.has(words[end] ?? '');
  if (isOrdinaryOne(words, from) && endsPhrase(words[from + 1] === '1' ? from + 2 : from + 1)) return true;
  const line = referenceAt({ ...standing, words: words.map((word, k) => (k === from - 1 ? 'the' : word)) }, from - 1, words.length);
  if (line && !line.pronoun && !line.preposition && endsPhrase(line.end)) return true;
  return (lattice.edges[from] ?? []).some((edge) => {
    if (edge.kind !== 'choice' || !endsPhrase(edge.end)) return false;
    const choices = edge.readings.flatMap((reading) => (reading.cost < MAX_CHOICE_COST ? reading.choices : []));
    return standing.order.some((_, each) => hasAny(standing, each, choices));
  });
}

/** Whether something is asked for just before a token, and nothing refused. */
function wantsSomething({ lattice, words }: Standing, at: number): boolean {
  let from = at;
  const begin = preambleEnd(lattice.tokens);
  while (from > begin && lattice.tokens[from]?.before !== 'stop') from -= 1;
  const before = words.slice(from, at);
  if (before.some((_, k) => verbAt(words, from + k)?.verb === 'remove')) return false;
  return lattice.edges.slice(from, at).some((edges) => edges.some((edge) => edge.kind === 'item' || (edge.kind === 'choice' && (edge.readings[0]?.cost ?? 9) < MAX_CHOICE_COST)));
}
