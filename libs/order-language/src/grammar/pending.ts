import type { CompiledMenu } from '../menu/compile-menu';
import { COSTS } from './costs';
import { conflicting, itemsTaking, itemsTakingAll, withoutGroup } from './menu-facts';
import { stem } from '../text/word-forms';
import { addLine, addOption, numberSaid, optionList, replaceLine, type Line, type LineNode, type OptionNode, type Pending, type State } from './state';

const MAX_IMPLIED = 12;
/** So many ways to settle what waits go on to what waits behind it. */
const MAX_WAYS = 2;

/**
 * Settles what waits for an item that did not come: a part of the open line ("one with olives"), an item that only its options
 * name ("two large pepperoni"), a corrected quantity, or nothing at all. Returns every way to go on that costs less than `limit`,
 * or a little more, nothing pending.
 */
export function closePending(menu: CompiledMenu, state: State, at: number, limit = Infinity): State[] {
  const { pending } = state;
  if (!pending) return [state];
  if (pending.earlier) {
    const later = { ...pending, earlier: undefined };
    const ways = closePending(menu, { ...state, pending: pending.earlier }, pending.start, limit).sort((one, other) => one.cost - other.cost);
    return ways.slice(0, MAX_WAYS).flatMap((closed) => closePending(menu, { ...closed, pending: later }, at, limit));
  }
  if (pending.again && state.lines) return [repeatLine(menu, state, state.lines.line, pending, at)];
  if (!pending.options) return closeWithoutOptions(menu, state, pending, at, limit);
  if (state.lines && isOneMore(state.lines.line, pending)) return [repeatLine(menu, state, state.lines.line, pending, at)];
  const ways: State[] = [];
  const part = splitLine(menu, state, pending, at, COSTS.splitPart + partByArticleCost(state, pending));
  if (part) ways.push(part);
  if (pending.stands && state.lines && saysMore(state.lines.line, pending) && pending.quantity === 1 && itemsTaking(menu, state.lines.line.items, pending.options).length > 0) {
    const lines = replaceLine(state.lines, 0, (line) => ({ ...line, options: pending.options, end: at }));
    ways.push({ ...state, pending: undefined, lines, cost: state.cost + COSTS.itemSpecialised });
  }
  if (pending.stands && state.lines) {
    const repeated = repeatLine(menu, state, state.lines.line, pending, at);
    ways.push({ ...repeated, cost: repeated.cost + COSTS.standsForItem });
  }
  const recounted = recountWith(menu, state, pending, at);
  if (recounted) ways.push(recounted);
  const implied = state.cost + COSTS.implied < limit ? implyItem(menu, state, pending, at) : undefined;
  if (implied) ways.push(implied);
  const dropped = optionList(pending.options);
  const cost = state.cost + (state.lines || pending.determined ? COSTS.droppedOption : COSTS.looseOption) * dropped.length;
  if (cost < limit) ways.push({ ...state, pending: undefined, loose: dropped.reduce<OptionNode | undefined>((list, option) => addOption(option, list), state.loose), cost });
  return ways;
}

/** "Two lattes with whip and one without whip". */
function isWithout(head: Line, options: OptionNode | undefined): boolean {
  const said = optionList(options);
  return said.length > 0 && said.every((option) => option.negated && optionList(head.options).some((own) => !own.negated && own.choices.join() === option.choices.join()));
}

/** "Two lime sodas and one orange": behind "and" another choice of the same kind is said of one more. */
function isOneMore(head: Line, { quantity, link, options, stands }: Pending): boolean {
  if (link !== 'and' || typeof quantity !== 'number' || stands || head.parent !== 0 || !head.counted || head.items.length === 0) return false;
  if (isWithout(head, options)) return true;
  const said = optionList(options).filter((option) => !option.negated);
  return optionList(head.options).some((own) => !own.negated && said.some((other) => other.group === own.group && !other.choices.some((choice) => own.choices.includes(choice))));
}

/** "Two eggs with ham and a biscuit": an article behind "and" tells no part of a line, unless parts have been told. */
export function partByArticleCost({ lines }: State, { quantity, link }: Pending): number {
  return quantity === undefined && link === 'and' && lines?.line.parent === 0 ? COSTS.partByArticle : 0;
}

/** "A mocha. Get me a large one": what is asked for again is still the line of which nothing was said yet. */
export function saysMore(line: Line, { link }: Pending): boolean {
  return link === 'request' && !line.options && !line.counted;
}

/** "Another one with ham": a line more, of the open line's item; as the open line was, where nothing else is said of it. */
function repeatLine(menu: CompiledMenu, state: State, head: Line, pending: Pending, at: number): State {
  const kept = isWithout(head, pending.options);
  const options = kept ? optionList(pending.options).reduce((list, option) => addOption(option, list), head.options) : (pending.options ?? head.options);
  const misfit = itemsTaking(menu, head.items, options).length === 0;
  const line: Line = { ...head, quantity: numberSaid(pending.quantity, 1), options, serial: state.serial + 1, parent: 0, start: pending.start, end: at };
  const cost = state.cost + (pending.options ? COSTS.splitPart : COSTS.repeatedAlone) + (misfit ? COSTS.exclusiveConflict : 0);
  return { ...state, pending: undefined, lines: addLine(line, state.lines), serial: state.serial + 1, cost };
}

function closeWithoutOptions(menu: CompiledMenu, state: State, pending: Pending, at: number, limit: number): State[] {
  const plain = pending.plain ? splitLine(menu, state, pending, at, COSTS.splitPart) : undefined;
  if (plain) return [plain];
  if (pending.quantity === undefined) return [{ ...state, pending: undefined, cost: state.cost + COSTS.droppedDeterminer }];
  const { quantity } = pending;
  if (state.correcting > 0 && state.lines && typeof quantity === 'number') {
    const counted = pending.measured ? recountOption(menu, state.lines.line, quantity) : undefined;
    const lines = replaceLine(state.lines, 0, (line) => counted ?? { ...line, quantity, counted: true });
    return [{ ...state, pending: undefined, correcting: 0, lines, cost: state.cost + COSTS.recounted }];
  }
  const cost = state.cost + (pending.quantity === 1 ? COSTS.droppedOne : COSTS.droppedNumber);
  if (state.negated !== 1 && cost >= limit) return countedLater(state, pending);
  const dropped = { ...state, pending: undefined, cost };
  if (state.negated !== 1) return [dropped, ...countedLater(state, pending)];
  const part = splitLine(menu, state, { ...pending, options: negatedSibling(state) }, at, COSTS.splitPart);
  return part ? [{ ...part, negated: 0 }, dropped] : [dropped];
}

/** "Tacos with cheese, I need two". */
function countedLater(state: State, { quantity, link }: Pending): State[] {
  if (!state.lines || state.lines.previous || state.lines.line.counted || typeof quantity !== 'number' || link !== 'request') return [];
  const lines = replaceLine(state.lines, 0, (line) => ({ ...line, quantity, counted: true }));
  return [{ ...state, pending: undefined, lines, cost: state.cost + COSTS.countedLater }];
}

/** "Make the latte two and large": another number of the open line, and how it is to be. */
function recountWith(menu: CompiledMenu, state: State, { quantity, options, stands }: Pending, at: number): State | undefined {
  const head = state.lines?.line;
  if (state.correcting === 0 || !head || stands || typeof quantity !== 'number' || itemsTaking(menu, head.items, options).length === 0) return undefined;
  const lines = replaceLine(state.lines, 0, (line) => ({ ...line, quantity, counted: true, options: optionList(options).reduce<OptionNode | undefined>((list, option) => setOption(menu, list, option), line.options), end: at }));
  return { ...state, pending: undefined, correcting: 0, lines, cost: state.cost + COSTS.recountedWith };
}

/** "Two pumps of vanilla, no, three pumps": the line with the count of its last option corrected. */
function recountOption(menu: CompiledMenu, line: Line, count: number): Line | undefined {
  const { options } = line;
  if (!options?.choices.some((choice) => menu.choices[choice]?.countable) || !Number.isInteger(count) || count < 1) return undefined;
  return { ...line, options: addOption({ ...options, count }, options.previous) };
}

/** "Two pumps": of what comes, or of what was said last. */
export function measuredWays(menu: CompiledMenu, state: State, end: number): State[] {
  const { pending } = state;
  if (!pending) return [state];
  const behind = countedBehind(menu, state, end);
  return [{ ...state, pending: { ...pending, measured: true } }, ...(behind ? [behind] : [])];
}

/** "Vanilla, two pumps": so many of the option said last; undefined where none is counted. */
function countedBehind(menu: CompiledMenu, { pending, ...state }: State, end: number): State | undefined {
  const line = state.lines?.line;
  if (!line || state.last !== 'option' || state.negated > 0 || !pending || pending.options || typeof pending.quantity !== 'number' || pending.link === 'with' || pending.link === 'and') return undefined;
  const counted = recountOption(menu, line, pending.quantity);
  return counted && { ...state, pending: undefined, lines: replaceLine(state.lines, 0, () => counted), lastEnd: end, cost: state.cost + COSTS.recounted };
}

/** "One with olives, one without": the options of the part before, negated. */
function negatedSibling(state: State): OptionNode | undefined {
  const sibling = state.lines?.line;
  if (!sibling || sibling.parent === 0) return undefined;
  const common = new Set(optionList(ownerOfParts(state.lines)?.line.options).map(({ choices }) => choices.join()));
  const own = optionList(sibling.options).filter(({ choices }) => !common.has(choices.join()));
  return own.reduce<OptionNode | undefined>((list, option) => addOption({ ...option, negated: !option.negated }, list), undefined);
}

/** So many of the open line, told apart by what waits; undefined where so many are not left. */
export function splitLine(menu: CompiledMenu, state: State, pending: Pending, at: number, cost: number): State | undefined {
  const owner = ownerOfParts(state.lines);
  if (!owner || !(pending.options ?? pending.plain)) return undefined;
  const left = owner.line.quantity - partsOf(state.lines, owner.line.serial);
  const quantity = pending.quantity === 'rest' ? left : numberSaid(pending.quantity, 1);
  if (owner.line.quantity < 2 || quantity < 1 || quantity > left || quantity >= owner.line.quantity) return undefined;
  if (itemsTaking(menu, owner.line.items, pending.options).length === 0) return undefined;
  const line: Line = {
    ...owner.line,
    quantity,
    options: optionList(pending.options).reduce((list, option) => setOption(menu, list, option), owner.line.options),
    serial: state.serial + 1,
    parent: owner.line.serial,
    start: pending.start,
    end: at,
  };
  return { ...state, pending: undefined, lines: addLine(line, state.lines), serial: state.serial + 1, cost: state.cost + cost };
}

/** "Two chicken kebabs and a lamb one": what says otherwise than all of the line is none of it. */
export function isOfOwner({ lines }: State, { options }: Pending): boolean {
  const told = optionList(ownerOfParts(lines)?.line.options);
  return optionList(options).every(({ group, choices }) => !told.some((own) => own.group === group && own.choices.join() !== choices.join()));
}

/** Adds an option to others; of an exclusive group it takes the place of the one before. */
export function setOption(menu: CompiledMenu, options: OptionNode | undefined, option: Omit<OptionNode, 'hash' | 'previous'>): OptionNode {
  const kept = conflicting(menu, options, option.group) ? withoutGroup(options, option.group) : options;
  return addOption(option, kept);
}

/** The line whose parts are being told: the open one, or the one the open one is a part of. */
export function ownerOfParts(lines: LineNode | undefined): LineNode | undefined {
  if (!lines || lines.line.parent === 0) return lines;
  const { parent } = lines.line;
  for (let node = lines.previous; node; node = node.previous) if (node.line.serial === parent) return node;
  return undefined;
}

/** How many of a line have been told apart. */
export function partsOf(lines: LineNode | undefined, serial: number): number {
  let total = 0;
  for (let node = lines; node; node = node.previous) if (node.line.parent === serial) total += node.line.quantity;
  return total;
}

/** "A large dark roast": of several drinks that may have it the one that its category is called by, a coffee; all where there is none. */
function typicalOf(menu: CompiledMenu, items: readonly number[]): readonly number[] {
  const typical = items.filter((each) => {
    const { words = [], category = -1 } = menu.items[each] ?? {};
    return words.length === 1 && menu.categories[category]?.endings.has(stem(words[0] ?? '')) === true;
  });
  return typical.length === 1 ? typical : items;
}

function implyItem(menu: CompiledMenu, state: State, pending: Pending, at: number): State | undefined {
  const { options } = pending;
  if (!options || pending.quantity === 'rest') return undefined;
  const taking = itemsTakingAll(menu, options);
  const items = typicalOf(menu, taking);
  if (items.length === 0 || items.length > MAX_IMPLIED) return undefined;
  const line: Line = {
    items,
    quantity: numberSaid(pending.quantity, 1),
    counted: typeof pending.quantity === 'number',
    countedBehind: false,
    bare: false,
    options,
    generic: items.length > 1,
    serial: state.serial + 1,
    parent: 0,
    start: pending.start,
    end: at,
  };
  const isTypical = items.length < taking.length && options.previous !== undefined;
  const uncounted = pending.quantity === undefined && !pending.determined && !isTypical ? COSTS.impliedUncounted : 0;
  const cost = state.cost + uncounted + (items.length === 1 ? COSTS.implied : COSTS.impliedCandidates);
  return { ...state, pending: undefined, lines: addLine(line, state.lines), serial: state.serial + 1, cost, last: 'option', lastEnd: at };
}
