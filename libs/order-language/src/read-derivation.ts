import { optionList, type Line, type OptionNode, type State } from './grammar/state';
import type { CompiledMenu } from './menu/compile-menu';
import type { ParsedItem, ParsedOption, Span } from './parsed-order';
import type { Token } from './text/tokenize';

/** The order that a derivation means, lines in the order they were said. */
export function readItems(menu: CompiledMenu, state: State, tokens: readonly Token[]): ParsedItem[] {
  return linesSaid(state).map(({ line, quantity }) => readLine(menu, line, quantity, tokens));
}

/** The lines that a derivation orders, as they were said, each with how many of it were not told apart. */
export function linesSaid(state: State): { readonly line: Line; readonly quantity: number }[] {
  const lines: Line[] = [];
  for (let node = state.lines; node; node = node.previous) lines.push(node.line);
  // A line may have been taken up again behind others, but its number tells when it was first said.
  lines.sort((one, other) => one.serial - other.serial);
  return lines
    .map((line) => ({ line, quantity: line.quantity - partsOf(lines, line) }))
    .filter(({ line, quantity }) => line.items.length > 0 && (quantity > 0 || quantity === line.quantity));
}

/** How many of a line were told apart in lines of their own. */
function partsOf(lines: readonly Line[], line: Line): number {
  return lines.filter((part) => part.parent === line.serial).reduce((sum, part) => sum + part.quantity, 0);
}

function readLine(menu: CompiledMenu, line: Line, quantity: number, tokens: readonly Token[]): ParsedItem {
  const ids = line.items.map((item) => menu.items[item]?.id ?? '');
  const reference = ids.length === 1 ? { itemId: ids[0] ?? '' } : { candidates: ids };
  const options = readOptions(menu, line.options, tokens);
  return { ...reference, quantity, options, span: spanOf(tokens, line.start, line.end) };
}

/** The options of a list in the order they were said, each choice once. */
export function readOptions(menu: CompiledMenu, options: OptionNode | undefined, tokens: readonly Token[]): ParsedOption[] {
  const said = distinct(optionList(options));
  // "Hot, not iced": the one says the other.
  const isImplied = (option: OptionNode): boolean => option.negated && (menu.groups[option.group]?.exclusive ?? false) && said.some((other) => !other.negated && other.group === option.group);
  // "A bean burrito with black beans": what is said later says which.
  const isTold = (option: OptionNode): boolean =>
    option.choices.length > 1 && !option.negated && said.some((other) => other.start > option.start && !other.negated && other.group === option.group && other.choices.length < option.choices.length && other.choices.every((choice) => option.choices.includes(choice)));
  return said.filter((option) => !isImplied(option) && !isTold(option)).map((option) => readOption(menu, option, tokens));
}

/** What was said last of a choice counts: "ham, no ham". */
function distinct(options: readonly OptionNode[]): OptionNode[] {
  return [...new Map(options.map((option) => [`${option.group}:${option.choices.join(',')}`, option])).values()];
}

function readOption(menu: CompiledMenu, option: OptionNode, tokens: readonly Token[]): ParsedOption {
  const ids = option.choices.map((choice) => menu.choices[choice]?.id ?? '');
  return {
    groupId: menu.groups[option.group]?.id ?? '',
    ...(ids.length === 1 ? { choiceId: ids[0] ?? '' } : { candidates: ids }),
    ...(option.qualifier ? { qualifier: option.qualifier } : {}),
    ...(option.negated ? { negated: true as const } : {}),
    ...(option.count > 1 ? { count: option.count } : {}),
    span: spanOf(tokens, option.start, option.end),
  };
}

/** The characters of tokens `start` to `end` exclusive, but for those that were said before all others and moved behind them. */
export function spanOf(tokens: readonly Token[], start: number, end: number): Span {
  const from = tokens[start]?.start ?? 0;
  let last = end - 1;
  while (last > start && (tokens[last]?.start ?? 0) < from) last -= 1;
  return { start: from, end: tokens[last]?.end ?? 0 };
}
