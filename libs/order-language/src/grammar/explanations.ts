import type { Break, Token } from '../text/tokenize';
import { isNumber } from '../text/word-forms';

/** A sentence without what it only explains. `leading`: what it explained before it asked for anything. */
export interface Explained {
  readonly tokens: readonly Token[];
  readonly leading: readonly Token[];
}

const phrases = (list: string): string[][] => list.split(',').map((phrase) => phrase.trim().split(' '));
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const REASONS = phrases('because, cause, cuz, coz, cos, bcoz, bcz, becoz, becuz, bcos, since, given that, seeing as, considering, just in case, in case, otherwise, or else, so that, just so that');
/** "As" gives a reason where a subject and a verb follow. */
const AS_SUBJECTS = words('i im ive my we were weve our he hes his she shes her this that there theres these those');
const AS_SAID = words('said told mentioned asked ordered discussed agreed wanted did');
const REASON_VERBS = words('is are was were am im hes shes theres has have had dont doesnt didnt cant cannot hate hates like likes love loves dislike dislikes prefer prefers eat eats need needs avoid avoids wont never get gets feel feels');
/** Behind a refusal these say what would follow if it were not heeded. */
const THREATS = phrases('if there is, if there are, if theres, if there was, if there will be, if it has, if it comes with, if i see, if i find, if i get, if i taste, if you put, if you add, if u put, if u add, or i, or ill, or we, or well, or im');
const REFUSALS = words('no not without dont never hold skip minus remove avoid');
/** What ends an explanation where "and", "so" or "but" stands before it, for it asks for something. */
const ASKING = words('a an another no not without with extra please add remove take make give get skip hold change replace cancel also can could id ill i we lets let just only drop put');
/** Words of an order, and of no subject. */
const ORDERING = words('with add make give get take put want need have please extra');
const JOINING = words('and so but plus also then n');
const REQUESTS = phrases('give me, get me, i want, i need, id like, i would like, ill have, ill take, ill get, can i, could i, can you, could you, can we, let me, lets have, please add, please make, please give');

/** What people say before they say anything. */
const OPENING = words('oh ah hi hey hello well ok okay so and but sorry please actually look listen also');

const POSSESSIVES = words('my our his her their');
const OTHERS = words('he she they hes shes theyre');
const DISLIKES = phrases('doesnt eat, does not eat, dont eat, do not eat, cant eat, cannot eat, never eats, never eat, doesnt like, does not like, dont like, do not like, cant have, cannot have, doesnt drink, does not drink, dont drink, cant stand, cannot stand, hates, hate, dislikes, dislike, detests, isnt a fan of, is not a fan of, is allergic to, are allergic to, allergic to');
const DISAGREEMENTS = phrases('doesnt agree with, does not agree with, dont agree with, do not agree with, doesnt sit well with, does not sit well with, doesnt go down well with, upsets my stomach, upset my stomach, makes me sick, make me sick, makes me ill, make me ill');
/** So many words a subject has: "my wife and her mother". */
const MAX_SUBJECT = 6;
/** So far behind "so that" stands what it makes clear. */
const MAX_TOLD = 3;

/**
 * Leaves out the clauses that say why: "because I hate onion", "since my son is allergic to nuts", "if there is onion I sue you". What they
 * name is neither ordered nor refused. `dislikes`: also statements that somebody does not eat something, and not only that something
 * does not agree with somebody.
 */
export function withoutExplanations(tokens: readonly Token[], dislikes: boolean): Explained {
  const kept: Token[] = [];
  const leading: Token[] = [];
  let parted: Break = 'none';
  for (let at = 0; at < tokens.length; ) {
    const end = endOfExplanation(tokens, at, dislikes);
    const token = tokens[at];
    if (!token) break;
    if (end > at) {
      if (kept.every(({ word }) => OPENING.has(word))) leading.push(...tokens.slice(at, end));
      parted = token.before === 'stop' || tokens[end]?.before === 'stop' ? 'stop' : 'comma';
      at = end;
    } else {
      kept.push(parted === 'none' || token.before === 'stop' ? token : { ...token, before: parted });
      parted = 'none';
      at += 1;
    }
  }
  return kept.length === tokens.length ? { tokens, leading } : { tokens: kept, leading };
}

function endOfExplanation(tokens: readonly Token[], at: number, dislikes: boolean): number {
  const contrast = endOfContrast(tokens, at);
  if (contrast > at) return contrast;
  const opener = endOfOpener(tokens, at);
  if (opener > at) return endOfClause(tokens, opener, at === 0);
  const behind = beginsClause(tokens, at) ? endOfStatement(tokens, at, dislikes) : at;
  return behind > at ? endOfClause(tokens, behind, false) : at;
}

/** "Two idli, not three idli", "exactly two, and not one more": what is not meant, said behind what is; the token where none is said. */
function endOfContrast(tokens: readonly Token[], at: number): number {
  const from = JOINING.has(tokens[at]?.word ?? '') ? at + 1 : at;
  const count = tokens[from + 1]?.word ?? '';
  if (at === 0 || tokens[from]?.word !== 'not' || !isNumber(count) || !beginsClause(tokens, from)) return at;
  const parted = tokens.findIndex(({ before }, k) => k > from && before !== 'none');
  const end = parted < 0 ? tokens.length : parted;
  const said = tokens.slice(from + 2, end).map(({ word }) => word);
  const names = said.some((word) => word === 'more' || count !== '1' || tokens.slice(0, at).some((token) => token.word === word));
  return names && !said.some((word) => JOINING.has(word)) ? end : at;
}

/** Where the words end that open a reason at a token; the token where none does. */
function endOfOpener(tokens: readonly Token[], at: number): number {
  const reason = endOfPhrase(REASONS, tokens, at);
  // "So that makes four" tells a result, "so that it's clear" comes before one.
  const result = tokens[at]?.word === 'so' && (/^(?:makes?|is|will|comes|was)$/.test(tokens[reason]?.word ?? '') || isNumber(tokens[reason]?.word ?? '') || tokens.slice(reason, reason + MAX_TOLD).some(({ word }) => word === 'clear'));
  if (reason > at && !result) return reason;
  const threat = endOfPhrase(THREATS, tokens, at);
  if (threat > at && refusedBefore(tokens, at)) return threat;
  return tokens[at]?.word === 'as' && isReason(tokens, at + 1) ? at + 1 : at;
}

/** "As my son is allergic to it", and neither "as my drink" nor "as I said". */
function isReason(tokens: readonly Token[], from: number): boolean {
  if (!AS_SUBJECTS.has(tokens[from]?.word ?? '')) return false;
  const said = tokens.slice(from, from + MAX_SUBJECT);
  const end = said.findIndex(({ before }, k) => k > 0 && before !== 'none');
  const clause = (end < 0 ? said : said.slice(0, end)).map(({ word }) => word);
  return clause.some((word) => REASON_VERBS.has(word)) && !clause.some((word) => AS_SAID.has(word));
}

function refusedBefore(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= 0; k -= 1) {
    if (REFUSALS.has(tokens[k]?.word ?? '')) return true;
    if (tokens[k]?.before === 'stop') return false;
  }
  return false;
}

function beginsClause(tokens: readonly Token[], at: number): boolean {
  return at === 0 || tokens[at]?.before !== 'none' || JOINING.has(tokens[at - 1]?.word ?? '');
}

/** Where the verb ends of "my son does not eat ...", "raw onion doesn't agree with ...". */
function endOfStatement(tokens: readonly Token[], at: number, dislikes: boolean): number {
  const word = tokens[at]?.word ?? '';
  const others = dislikes && (POSSESSIVES.has(word) || OTHERS.has(word));
  if (!isOfSubject(tokens, at)) return at;
  for (let k = at + 1; k <= at + MAX_SUBJECT && k < tokens.length && tokens[k]?.before === 'none'; k += 1) {
    const end = Math.max(others ? endOfPhrase(DISLIKES, tokens, k) : k, endOfPhrase(DISAGREEMENTS, tokens, k));
    if (end > k) return end;
    if (!isOfSubject(tokens, k)) return at;
  }
  return at;
}

/** Whether a word may stand in what a statement is about: "no onion because it makes me sick" asks for something first. */
function isOfSubject(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? '';
  return !REFUSALS.has(word) && !ORDERING.has(word) && !isNumber(word) && endOfOpener(tokens, at) === at;
}

/** An explanation goes on until a break, or until something is asked for. `first`: nothing has been asked for yet. */
function endOfClause(tokens: readonly Token[], from: number, first: boolean): number {
  for (let at = from; at < tokens.length; at += 1) {
    const next = tokens[at + 1]?.word ?? '';
    if (at > from && tokens[at]?.before !== 'none') return at;
    if (JOINING.has(tokens[at]?.word ?? '') && (ASKING.has(next) || isNumber(next))) return at;
    if (first && at > from && endOfPhrase(REQUESTS, tokens, at) > at) return at;
  }
  return tokens.length;
}

function endOfPhrase(list: readonly (readonly string[])[], tokens: readonly Token[], at: number): number {
  return Math.max(at, ...list.map((phrase) => (phrase.every((word, k) => tokens[at + k]?.word === word && (k === 0 || tokens[at + k]?.before === 'none')) ? at + phrase.length : 0)));
}
