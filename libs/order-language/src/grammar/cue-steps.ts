import type { CompiledMenu } from '../menu/compile-menu';
import { COSTS } from './costs';
import type { Cue } from './cues';
import { halfOf, lineBack, lineOnceMore, partBack, same } from './part-steps';
import { sameItems } from './menu-facts';
import { closePending, isOfOwner, measuredWays, saysMore, setOption, partByArticleCost, splitLine } from './pending';
import { settleNegation } from './settle';
import { each, share, shareBack } from './shared-steps';
import { addOption, numberSaid, optionList, replaceLine, type Link, type OptionNode, type Pending, type Quantity, type Sink, type State } from './state';

/** What a word of plain English changes: how the next phrase is joined, counted, negated, qualified, or what it corrects. */
export function cueSteps(menu: CompiledMenu, state: State, cue: Cue, at: number, end: number, sink: Sink): void {
  switch (cue.kind) {
    case 'filler':
    case 'manner':
      sink.add(passed(state));
      return;
    case 'measure':
      for (const measured of measuredWays(menu, state, end)) sink.add(measured);
      return;
    case 'request':
      sink.add({ ...settleNegation(settleQualifier(passed(state))), link: 'request' });
      return;
    case 'and':
      recount(menu, state, 'and', at, sink);
      sink.add({ ...settleQualifier(passed(state)), link: 'and', negated: cue.anew && state.negated === 2 ? 0 : state.negated });
      return;
    case 'or':
      sink.add({ ...settleQualifier(passed(state)), link: 'or' });
      return;
    case 'with':
      recount(menu, state, 'with', at, sink);
      sink.add(state.negated === 1 ? { ...standing(state), link: 'with', cost: state.cost + COSTS.negationKeptOverWith } : { ...standing(state), link: 'with', negated: 0 });
      return;
    case 'but':
      // "Another one but without bacon": as the one before, and then changed.
      if (state.pending?.again && !state.pending.options) {
        for (const closed of closePending(menu, state, at)) sink.add({ ...settleNegation(closed), link: 'with', last: 'item', lastEnd: end });
        return;
      }
      sink.add({ ...settleNegation(passed(state)), link: 'but' });
      if (state.last === 'option' && state.negated === 0) sink.add({ ...passed(state), negated: 1, link: 'none', cost: state.cost + COSTS.butNot });
      return;
    case 'determiner':
      if (state.negated === 1 && !state.pending) sink.add({ ...state, cost: state.cost + COSTS.negationKeptOverArticle });
      // "Both with a shot".
      if (state.shared > 0 && state.last === 'other' && !state.pending) sink.add({ ...state, cost: state.cost + COSTS.articleBeforeQualifier });
      if (state.pending?.options) {
        countOptions(state, undefined, sink);
        shareNoun(menu, state, begun(undefined, at, state.link), sink);
      }
      open(menu, state, begun(undefined, at, state.link), at, sink);
      return;
    case 'number':
      number(menu, state, cue.value, cue.ofThem === true, at, sink);
      if (cue.value === 0) negate(state, COSTS.negatedByZero, sink);
      return;
    case 'guests':
      if (!state.lines) sink.add(passed(state));
      return;
    case 'half':
      half(menu, state, cue.ofThem, at, sink);
      return;
    case 'partBack':
      partBack(menu, state, cue, at, sink);
      return;
    case 'lineBack':
      lineBack(menu, state, cue, at, sink);
      return;
    case 'lineOnceMore':
      lineOnceMore(menu, state, cue.choices, at, end, sink);
      return;
    case 'same':
      same(menu, state, end, sink);
      return;
    case 'other':
      if (state.lines) open(menu, settleNegation(state), begun('rest', at, state.link), at, sink);
      return;
    case 'again':
      if (state.lines) open(menu, settleNegation(state), { ...begun(cue.value, at, state.link), again: true }, at, sink);
      return;
    case 'pronoun':
      pronoun(menu, state, cue.closing, at, sink);
      return;
    case 'times':
      times(state, cue.value, cue.first, end, sink);
      return;
    case 'definite':
      sink.add({ ...state, definite: true });
      return;
    case 'role':
      sink.add({ ...passed(state), role: true, definite: cue.definite ?? state.definite });
      return;
    case 'recast':
      recast(state, sink);
      return;
    case 'negation':
      if (cue.excepting) sink.add({ ...passed(state), negated: 2, link: 'or' });
      else negate(state, 0, sink);
      if (cue.behind) withoutAsBefore(menu, state, at, end, sink);
      return;
    case 'qualifier':
      qualify(menu, state, cue.qualifier, sink);
      return;
    case 'multiple':
      sink.add({ ...state, multiple: cue.value, negated: state.negated === 2 ? 0 : state.negated });
      return;
    case 'correction':
      correct(menu, state, cue, at, sink);
      return;
    case 'revision':
      for (const closed of closePending(menu, settleNegation(state), at)) sink.add({ ...closed, correcting: closed.correcting === 2 ? 2 : 3, link: 'request', definite: cue.definite ?? closed.definite });
      return;
    case 'instead':
      for (const closed of closePending(menu, state, at)) sink.add({ ...closed, instead: true });
      return;
    case 'shared':
      share(menu, state, cue, at, sink);
      return;
    case 'sharedBack':
      share(menu, state.last === 'option' && state.link === 'none' ? { ...state, cost: state.cost + COSTS.sharedAgain } : state, cue, at, sink);
      shareBack(menu, state, cue, at, sink);
      return;
    case 'each':
      each(state, cue.value, sink);
      return;
    case 'plain':
      if (state.pending?.quantity !== undefined && !state.pending.options) sink.add({ ...state, pending: { ...state.pending, plain: true } });
  }
}

function negate(state: State, cost: number, sink: Sink): void {
  sink.add({ ...passed(state), negated: 1, link: state.link === 'start' ? 'start' : 'none', cost: state.cost + cost + (state.negated === 1 ? COSTS.unusedNegation : 0) });
}

/** "A chicken burrito as a bowl": the item behind it takes the place of the one before, with its options. */
function recast(state: State, sink: Sink): void {
  if (state.lines && !state.pending && state.link === 'none' && (state.last === 'item' || state.last === 'option')) sink.add({ ...state, role: true, correcting: 2, last: 'other' });
}

/** "No wait", "actually". */
function correct(menu: CompiledMenu, state: State, { strong, recast: asBefore }: Extract<Cue, { kind: 'correction' }>, at: number, sink: Sink): void {
  // "A bowl actually a burrito": what was just said is taken back.
  const atOnce = !strong && state.last === 'item' && state.lastEnd === at && state.link === 'none';
  if (atOnce) sink.add({ ...state, negated: 0, correcting: 2, link: 'comma', last: 'other' });
  for (const closed of closePending(menu, { ...state, negated: 0 }, at)) {
    sink.add({ ...closed, correcting: strong ? 2 : 1, link: 'comma', last: 'other', role: asBefore === true || closed.role, cost: closed.cost + (atOnce ? COSTS.correctedAtOnce : 0) });
  }
}

/** "A mocha with cream and another mocha without": what the same item had before is refused. */
function withoutAsBefore(menu: CompiledMenu, state: State, at: number, end: number, sink: Sink): void {
  const head = state.lines?.line;
  const before = state.lines?.previous?.line;
  if (!head || !before || state.pending || state.last !== 'item' || !sameItems(before, head.items)) return;
  const had = optionList(before.options).filter((option) => !option.negated && !optionList(head.options).some((own) => own.group === option.group));
  if (had.length === 0) return;
  const refused = had.filter((option) => menu.groups[option.group]?.negatable);
  const lines = replaceLine(state.lines, 0, (line) => ({ ...line, options: refused.reduce<OptionNode | undefined>((list, option) => addOption({ ...option, negated: true, qualifier: undefined, start: at, end }, list), line.options), end }));
  sink.add({ ...state, lines, last: 'other', cost: state.cost + COSTS.withoutAsBefore });
}

/** "Make that six with olives", "make it six and large": the number corrects the one before. */
function recount(menu: CompiledMenu, state: State, link: Link, at: number, sink: Sink): void {
  if (state.correcting === 0 || !state.lines || state.pending?.options || typeof state.pending?.quantity !== 'number') return;
  for (const closed of closePending(menu, state, at)) sink.add({ ...closed, correcting: 1, link });
}

function begun(quantity: Quantity, start: number, link: Link): Pending {
  return { quantity, options: undefined, gap: false, start, determined: true, measured: false, link, plain: false, again: false, stands: false, earlier: undefined };
}

/** A comma or a full stop before the token at which the state stands. */
export function afterBreak(state: State, stop: boolean): State {
  const pending = state.pending ? { ...state.pending, gap: true } : undefined;
  const negated = state.negated === 1 ? 0 : stop ? 0 : state.negated;
  // "A thali, no, a dosa": a "no" that nothing followed takes back what was said.
  const correcting = state.negated === 1 && state.lines ? 2 : state.correcting;
  const link = state.link === 'none' || stop ? 'comma' : state.link;
  return { ...state, pending, negated, correcting, link, role: false, each: stop ? 0 : state.each, definite: stop ? false : state.definite };
}

/** A word between what waits for an item and that item. */
function passed(state: State): State {
  return state.pending && !state.pending.gap ? { ...state, pending: { ...state.pending, gap: true } } : state;
}

/** "One with": the number stands for an item of its own. */
function standing(state: State): State {
  const { pending } = state;
  if (typeof pending?.quantity !== 'number' || pending.options) return passed(state);
  return { ...state, pending: { ...pending, gap: pending.gap || !pending.stands, stands: true } };
}

/** "Extra and": nothing came that it could qualify. */
function settleQualifier(state: State): State {
  return state.qualifier ? { ...state, qualifier: undefined, cost: state.cost + COSTS.unusedQualifier } : state;
}

/** Something new begins: what waited before is settled. */
function open(menu: CompiledMenu, state: State, pending: Pending, at: number, sink: Sink): void {
  for (const closed of closePending(menu, state, at, sink.limit)) if (closed.cost < sink.limit) sink.add({ ...settleNegation(closed), pending, shared: 0, definite: false });
}

/** "Half of them with lamb". */
function half(menu: CompiledMenu, state: State, ofThem: boolean, at: number, sink: Sink): void {
  const value = halfOf(state, ofThem);
  if (value !== undefined) open(menu, state, { ...begun(value, at, state.link), stands: true }, at, sink);
  sink.add({ ...passed(state), cost: state.cost + (value === undefined ? COSTS.halfOfNothing : COSTS.halfOverheard) });
}

function number(menu: CompiledMenu, state: State, value: number, ofThem: boolean, at: number, sink: Sink): void {
  if (value < 0 && state.link !== 'start' && state.link !== 'request' && state.link !== 'comma') return;
  // "Twelve instead of eight": the number that was replaced.
  if (state.instead && !state.pending) sink.add({ ...state, instead: false, last: 'other', cost: state.cost + COSTS.replacedNumber });
  const waiting = state.pending;
  const next = { ...begun(value, waiting?.start ?? at, state.link), stands: ofThem };
  if (waiting?.options) {
    countOptions(state, value, sink);
    shareNoun(menu, state, begun(value, at, state.link), sink);
  }
  if (waiting && waiting.quantity === undefined && !waiting.options) sink.add({ ...settleNegation(state), pending: next });
  else open(menu, state, { ...next, start: at }, at, sink);
  if (state.lines && !waiting && state.last === 'item' && state.link === 'none' && !state.lines.line.counted) {
    const lines = replaceLine(state.lines, 0, (line) => ({ ...line, quantity: value, counted: true, countedBehind: true }));
    const listed = state.lines.previous?.line.countedBehind === true;
    sink.add({ ...state, lines, last: 'other', cost: state.cost + (listed ? COSTS.quantityAfterListed : COSTS.quantityAfterItem) });
  }
}

/** "A hot latte and an iced one". */
function pronoun(menu: CompiledMenu, state: State, closing: boolean, at: number, sink: Sink): void {
  const waiting = state.pending;
  // "A pizza, thin one": the noun of what was just said.
  if (closing && !waiting && state.last === 'option' && state.link === 'none' && state.lastEnd === at) sink.add({ ...state, last: 'other', cost: state.cost + COSTS.pronounBehind });
  if (!waiting?.options || waiting.stands || waiting.gap || waiting.options.negated || state.last !== 'option' || !state.lines) return;
  // "Swap the oat one for a soy one": what was corrected, in another way.
  if (state.correcting >= 2 && (waiting.quantity ?? 1) === 1) {
    const lines = replaceLine(state.lines, 0, (line) => ({ ...line, options: optionList(waiting.options).reduce((list, option) => setOption(menu, list, option), line.options), end: at + 1 }));
    sink.add({ ...state, pending: undefined, lines, last: 'item', lastEnd: at + 1, link: 'none', correcting: 0, cost: state.cost + COSTS.itemSpecialised });
  }
  // "A mocha. Get me a large one": still the same one.
  if (saysMore(state.lines.line, waiting) && waiting.quantity === undefined) {
    const lines = replaceLine(state.lines, 0, (line) => ({ ...line, options: waiting.options, end: at + 1 }));
    sink.add({ ...state, pending: undefined, lines, last: 'item', lastEnd: at + 1, link: 'none', correcting: 0, cost: state.cost + COSTS.itemSpecialised });
  }
  const counted = { ...waiting, quantity: numberSaid(waiting.quantity, 1) };
  // "Two kebabs: a large one and a small one": they are of the two.
  const part = isOfOwner(state, waiting) ? splitLine(menu, state, counted, at, COSTS.partAsOne + partByArticleCost(state, waiting)) : undefined;
  if (part) sink.add({ ...settleNegation(part), last: 'item', lastEnd: at + 1, link: 'none' });
  const again = { ...counted, again: true };
  for (const closed of closePending(menu, { ...state, pending: again }, at)) sink.add({ ...closed, last: 'item', lastEnd: at + 1, link: 'none' });
}

/** "A small and a large coke", "two large and one small pizza": both wait for the same item. */
function shareNoun(menu: CompiledMenu, state: State, next: Pending, sink: Sink): void {
  const { pending } = state;
  if (!pending?.options || !pending.determined || pending.stands || pending.earlier?.earlier || state.link !== 'and' || state.last !== 'option') return;
  // "A coffee with two creams and three sugars": what follows "with" belongs to the line, unless it is one of a size.
  if (pending.link === 'with' && ((state.lines && numberSaid(pending.quantity, 1) > 1) || !menu.groups[pending.options.group]?.exclusive)) return;
  // "Three sugars and a coffee": so many of a choice that can be counted are more often options than items.
  const counted = pending.quantity !== undefined && pending.options.choices.some((choice) => menu.choices[choice]?.countable);
  const cost = state.cost + COSTS.sharedNoun + (counted ? COSTS.sharedNounCounted : 0) + (menu.groups[pending.options.group]?.exclusive ? 0 : COSTS.sharedNounOfMany);
  sink.add({ ...settleNegation(state), pending: { ...next, start: pending.start, earlier: pending }, cost });
}

/** "No onions on two tacos", "extra cheese on a large pizza": options said before the number of their item. */
function countOptions(state: State, quantity: Quantity, sink: Sink): void {
  const { pending } = state;
  if (!pending?.options || pending.quantity !== undefined || !pending.gap || (pending.determined && (state.link !== 'request' || state.lines))) return;
  const cost = state.cost + (pending.determined ? COSTS.numberAfterArticle : COSTS.numberAfterOptions);
  sink.add({ ...state, negated: 0, pending: { ...pending, quantity, determined: true, gap: false }, cost });
}

function times(state: State, value: number, first: boolean, end: number, sink: Sink): void {
  if (!state.lines || state.pending?.options || (first && state.lines.line.counted)) return;
  const lines = replaceLine(state.lines, 0, (line) => ({ ...line, quantity: value, counted: true, end }));
  sink.add({ ...state, pending: undefined, lines, last: 'other' });
}

function qualify(menu: CompiledMenu, state: State, qualifier: NonNullable<State['qualifier']>, sink: Sink): void {
  const waiting = state.pending;
  const determinerOnly = waiting !== undefined && waiting.quantity === undefined && !waiting.options;
  const kept = determinerOnly ? undefined : waiting;
  const cost = state.cost + (state.qualifier ? COSTS.unusedQualifier : 0);
  // "No onions, extra pickles": a qualifier ends the reach of a negation that was used, and stands inside one that was not.
  sink.add({ ...state, pending: kept, qualifier, negated: state.negated === 2 ? 0 : state.negated, cost });
  if (determinerOnly) sink.add({ ...state, qualifier, cost: cost + COSTS.articleBeforeQualifier });
  qualifyLast(menu, state, qualifier, sink);
}

/** "With butter extra": said behind the option. */
function qualifyLast(menu: CompiledMenu, state: State, qualifier: NonNullable<State['qualifier']>, sink: Sink): void {
  const option = state.lines?.line.options;
  if (!option || state.pending || state.last !== 'option' || state.link !== 'none' || option.qualifier || option.negated || !menu.groups[option.group]?.qualifiable) return;
  const lines = replaceLine(state.lines, 0, (line) => ({ ...line, options: addOption({ ...option, qualifier }, option.previous) }));
  sink.add({ ...state, lines, last: 'other', cost: state.cost + COSTS.qualifierBehind });
}
