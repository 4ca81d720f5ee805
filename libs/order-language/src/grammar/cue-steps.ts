import type { CompiledMenu } from '../menu/compile-menu';
import { COSTS } from './costs';
import type { Cue } from './cues';
import { closePending } from './pending';
import { replaceLine, type Link, type Pending, type Sink, type State } from './state';

/** What a word of plain English changes: how the next phrase is joined, counted, negated, qualified, or what it corrects. */
export function cueSteps(menu: CompiledMenu, state: State, cue: Cue, at: number, end: number, sink: Sink): void {
  switch (cue.kind) {
    case 'filler':
      sink.add(passed(state));
      return;
    case 'measure':
      sink.add(state.pending ? { ...state, pending: { ...state.pending, measured: true } } : state);
      return;
    case 'request':
      sink.add({ ...settleNegation(passed(state)), link: 'request' });
      return;
    case 'and':
      sink.add({ ...passed(state), link: 'and' });
      return;
    case 'or':
      sink.add({ ...passed(state), link: 'or' });
      return;
    case 'with':
      sink.add(state.negated === 1 ? { ...standing(state), link: 'with', cost: state.cost + COSTS.negationKeptOverWith } : { ...standing(state), link: 'with', negated: 0 });
      return;
    case 'but':
      sink.add({ ...settleNegation(passed(state)), link: 'but' });
      if (state.last === 'option' && state.negated === 0) sink.add({ ...passed(state), negated: 1, link: 'none', cost: state.cost + COSTS.butNot });
      return;
    case 'determiner':
      if (state.negated === 1 && !state.pending) sink.add({ ...state, cost: state.cost + COSTS.negationKeptOverArticle });
      countOptions(state, 0, sink);
      shareNoun(menu, state, begun(0, at, state.link), sink);
      open(menu, settleNegation(state), begun(0, at, state.link), at, sink);
      return;
    case 'number':
      number(menu, state, cue.value, at, sink);
      return;
    case 'other':
      if (state.lines) open(menu, settleNegation(state), begun(-1, at, state.link), at, sink);
      return;
    case 'again':
      if (state.lines) open(menu, settleNegation(state), { ...begun(cue.value, at, state.link), again: true }, at, sink);
      return;
    case 'pronoun':
      pronoun(menu, state, at, sink);
      return;
    case 'times':
      times(state, cue.value, cue.first, end, sink);
      return;
    case 'definite':
      sink.add({ ...state, definite: true });
      return;
    case 'role':
      sink.add({ ...passed(state), role: true });
      return;
    case 'negation':
      sink.add({ ...passed(state), negated: 1, link: state.link === 'start' ? 'start' : 'none', cost: state.cost + (state.negated === 1 ? COSTS.unusedNegation : 0) });
      return;
    case 'qualifier':
      qualify(state, cue.qualifier, sink);
      return;
    case 'multiple':
      sink.add({ ...state, multiple: cue.value, negated: state.negated === 2 ? 0 : state.negated });
      return;
    case 'correction':
      for (const closed of closePending(menu, { ...state, negated: 0 }, at)) sink.add({ ...closed, correcting: cue.strong ? 2 : 1, link: 'comma' });
      return;
    case 'revision':
      for (const closed of closePending(menu, settleNegation(state), at)) sink.add({ ...closed, correcting: closed.correcting === 2 ? 2 : 1, link: 'request' });
      return;
    case 'instead':
      for (const closed of closePending(menu, state, at)) sink.add({ ...closed, instead: true });
      return;
    case 'shared':
      share(menu, state, cue.count, at, sink);
  }
}

function begun(quantity: number, start: number, link: Link): Pending {
  return { quantity, options: undefined, gap: false, start, determined: true, measured: false, afterWith: link === 'with', again: false, stands: false, earlier: undefined };
}

/** A comma or a full stop before the token at which the state stands. */
export function afterBreak(state: State, stop: boolean): State {
  const pending = state.pending ? { ...state.pending, gap: true } : undefined;
  const negated = state.negated === 1 ? 0 : stop ? 0 : state.negated;
  // "A thali, no, a dosa": a "no" that nothing followed takes back what was said.
  const correcting = state.negated === 1 && state.lines ? 2 : state.correcting;
  const link = state.link === 'none' || stop ? 'comma' : state.link;
  return { ...state, pending, negated, correcting, link, role: false, definite: stop ? false : state.definite };
}

/** A word between what waits for an item and that item. */
function passed(state: State): State {
  return state.pending && !state.pending.gap ? { ...state, pending: { ...state.pending, gap: true } } : state;
}

/** "One with": the number stands for an item of its own. */
function standing(state: State): State {
  const { pending } = state;
  if (!pending || pending.quantity <= 0 || pending.options) return passed(state);
  return { ...state, pending: { ...pending, gap: true, stands: true } };
}

function settleNegation(state: State): State {
  if (state.negated === 0) return state;
  return { ...state, negated: 0, cost: state.cost + (state.negated === 1 ? COSTS.unusedNegation : 0) };
}

/** Something new begins: what waited before is settled. */
function open(menu: CompiledMenu, state: State, pending: Pending, at: number, sink: Sink): void {
  for (const closed of closePending(menu, state, at)) sink.add({ ...closed, pending, shared: 0 });
}

function number(menu: CompiledMenu, state: State, value: number, at: number, sink: Sink): void {
  const waiting = state.pending;
  const next = begun(value, waiting?.start ?? at, state.link);
  countOptions(state, value, sink);
  shareNoun(menu, state, begun(value, at, state.link), sink);
  if (waiting?.quantity === 0 && !waiting.options) sink.add({ ...settleNegation(state), pending: next });
  else open(menu, settleNegation(state), { ...next, start: at }, at, sink);
  const head = state.lines?.line;
  if (head && !waiting && state.last === 'item' && state.link === 'none' && !head.counted) {
    const lines = replaceLine(state.lines, 0, (line) => ({ ...line, quantity: value, counted: true }));
    sink.add({ ...state, lines, last: 'other', cost: state.cost + COSTS.quantityAfterItem });
  }
}

/** "A hot latte and an iced one". */
function pronoun(menu: CompiledMenu, state: State, at: number, sink: Sink): void {
  const waiting = state.pending;
  if (!waiting?.options || waiting.gap || waiting.options.negated || state.last !== 'option' || !state.lines) return;
  const again = { ...waiting, quantity: Math.max(1, waiting.quantity), again: true };
  for (const closed of closePending(menu, { ...state, pending: again }, at)) sink.add({ ...closed, last: 'item', lastEnd: at + 1, link: 'none' });
}

/** "A small and a large coke", "two large and one small pizza": both wait for the same item. */
function shareNoun(menu: CompiledMenu, state: State, next: Pending, sink: Sink): void {
  const { pending } = state;
  if (!pending?.options || !pending.determined || pending.stands || state.link !== 'and' || state.last !== 'option') return;
  // "With two olives and a tea": what follows "with" belongs to the line, unless it is a size.
  if (pending.afterWith && !menu.groups[pending.options.group]?.exclusive) return;
  sink.add({ ...settleNegation(state), pending: { ...next, start: pending.start, earlier: pending }, cost: state.cost + COSTS.sharedNoun });
}

/** "No onions on two tacos", "extra cheese on a large pizza": options said before the number of their item. */
function countOptions(state: State, quantity: number, sink: Sink): void {
  const { pending } = state;
  if (!pending?.options || pending.determined || !pending.gap) return;
  sink.add({ ...state, negated: 0, pending: { ...pending, quantity, determined: true, gap: false }, cost: state.cost + COSTS.numberAfterOptions });
}

function times(state: State, value: number, first: boolean, end: number, sink: Sink): void {
  if (!state.lines || state.pending?.options || (first && state.lines.line.counted)) return;
  const lines = replaceLine(state.lines, 0, (line) => ({ ...line, quantity: value, counted: true, end }));
  sink.add({ ...state, pending: undefined, lines, last: 'other' });
}

function qualify(state: State, qualifier: NonNullable<State['qualifier']>, sink: Sink): void {
  const waiting = state.pending;
  const determinerOnly = waiting?.quantity === 0 && !waiting.options;
  const kept = determinerOnly ? undefined : waiting;
  const cost = state.cost + (state.qualifier ? COSTS.unusedQualifier : 0);
  // "No onions, extra pickles": a qualifier ends the reach of a negation that was used, and stands inside one that was not.
  sink.add({ ...state, pending: kept, qualifier, negated: state.negated === 2 ? 0 : state.negated, cost });
  if (determinerOnly) sink.add({ ...state, qualifier, cost: cost + COSTS.articleBeforeQualifier });
}

function share(menu: CompiledMenu, state: State, count: number, at: number, sink: Sink): void {
  for (const closed of closePending(menu, settleNegation(state), at)) {
    const shared = linesMeant(closed, count);
    sink.add(shared === 0 ? closed : { ...closed, shared, last: 'other', cost: closed.cost + COSTS.sharedOptions });
  }
}

/** "Both": the two of one line, else the last two lines. "All": every one of a line of three or more, else every line. */
function linesMeant(state: State, count: number): number {
  const head = state.lines?.line;
  if (!head) return 0;
  let lines = 0;
  for (let node: State['lines'] = state.lines; node; node = node.previous) lines += 1;
  if (count === 0) return head.quantity > 2 ? 1 : lines;
  return head.quantity === count ? 1 : Math.min(count, lines);
}
