import type { ReadableMenu } from '../catalogue/catalogue';
import type { RequestedLine } from '../dialogue-memory';
import { withHad } from '../orders/line-parts';

type Menu = ReadableMenu['menu'];
type Options = NonNullable<RequestedLine['options']>;
type Option = Options[number];

/**
 * The lines of one dish, as some or all of them are said to be: "one mild and one regular", "one without onion" of three. A part with
 * nothing told of it is as the dish comes. Undefined where several lines may be meant.
 * @param isOnly those that are not told do not have what is said of the others
 */
export function composed(menu: Menu, own: readonly RequestedLine[], parts: readonly RequestedLine[], isOnly = false): readonly RequestedLine[] | undefined {
  const said = totalOf(parts);
  if (totalOf(own) <= said) return wholeTold(menu, own, parts);
  let lines = [...own];
  for (const part of parts) {
    const next = partTold(menu, lines, own, part, isOnly);
    if (next === undefined) return undefined;
    lines = [...next];
  }
  return lines;
}

function wholeTold(menu: Menu, own: readonly RequestedLine[], parts: readonly RequestedLine[]): readonly RequestedLine[] | undefined {
  const [first] = own;
  if (first === undefined) return undefined;
  const common = own.slice(1).reduce((base, line) => shared(base, line), first);
  // "One lamb, one chicken": what the line had of the kind by which they are told apart is not of both.
  const isApart = ({ group }: Option) => parts.length > 1 && parts.every(({ options = [] }) => options.some((option) => option.group === group && option.negated !== true));
  // "One mild and one regular": what is said of some is of those alone.
  const isOfSome = (had: Option) => parts.some((part) => hasOption(part, had)) && !parts.every((part) => hasOption(part, had));
  const isReplaced = ({ group }: Option) => isAlone(menu, group) && parts.some(({ options = [] }) => options.some((option) => option.group === group)) && parts.some(isBare);
  const options = (common.options ?? []).filter((option) => !isApart(option) && !isOfSome(option) && !isReplaced(option));
  const notes = notesOf(common).filter((note) => !parts.some((part) => hasNote(part, note)) || parts.every((part) => hasNote(part, note)));
  const base = withNotes({ ...common, options }, notes);
  return [...parts.filter(isBare), ...parts.filter((part) => !isBare(part))].map((part) => withHad(menu, base, part));
}

/** The lines with so many of one of them as they are said to be. */
function partTold(menu: Menu, lines: readonly RequestedLine[], own: readonly RequestedLine[], part: RequestedLine, isOnly: boolean): readonly RequestedLine[] | undefined {
  const having = lines.filter((line) => !isBare(part) && hasAll(line, part));
  // It is so already.
  if (having.length > 0 && totalOf(having) === part.quantity) return lines;
  if (isOnly && having.length > 0 && totalOf(having) > part.quantity) return onlySome(lines, part);
  const free = lines.filter((line) => line.quantity >= part.quantity && (isBare(part) ? !isPlain(menu, line) : !hasAll(line, part)));
  const most = Math.max(0, ...free.map(({ quantity }) => quantity));
  const [from, ...others] = isBare(part) ? free.slice(-1) : free.filter(({ quantity }) => quantity === most);
  // What was not told apart before is meant rather than what was.
  const plain = [from, ...others].filter((line) => line !== undefined && isPlain(menu, line));
  const [meant, ...more] = others.length === 0 ? [from] : plain;
  if (meant === undefined) return isBare(part) && own.length > 0 ? lines : undefined;
  if (more.length > 0) return undefined;
  const told = isBare(part) ? { ...plainly(menu, meant), quantity: part.quantity } : withHad(menu, meant, part);
  const left = meant.quantity - part.quantity;
  return lines.flatMap((line) => (line === meant ? [...(left > 0 ? [{ ...line, quantity: left }] : []), told] : [line]));
}

/** "Only one of them hot", where more are: the others are so no longer. */
function onlySome(lines: readonly RequestedLine[], part: RequestedLine): readonly RequestedLine[] {
  let left = part.quantity;
  return lines.flatMap((line) => {
    if (!hasAll(line, part)) return [line];
    const kept = Math.min(left, line.quantity);
    left -= kept;
    const without = withNotes({ ...line, options: (line.options ?? []).filter((option) => !hasOption(part, option)), quantity: line.quantity - kept }, notesOf(line).filter((note) => !hasNote(part, note)));
    return [...(without.quantity > 0 ? [without] : []), ...(kept > 0 ? [{ ...line, quantity: kept }] : [])];
  });
}

function shared(base: RequestedLine, line: RequestedLine): RequestedLine {
  return withNotes({ ...base, options: (base.options ?? []).filter((option) => hasOption(line, option)) }, notesOf(base).filter((note) => hasNote(line, note)));
}

/** The dish as it comes: of what was chosen only what it needs, or its size. */
export function plainly(menu: Menu, line: RequestedLine): RequestedLine {
  const isNeeded = (group: string | undefined) => menu.option_groups.some(({ id, min = 0, name }) => id === group && (min > 0 || /size/i.test(name)));
  return withNotes({ ...line, options: (line.options ?? []).filter(({ group }) => isNeeded(group)) }, []);
}

function isPlain(menu: Menu, line: RequestedLine): boolean {
  return line.notes === undefined && (line.options ?? []).length === (plainly(menu, line).options ?? []).length;
}

function isBare({ options = [], notes }: RequestedLine): boolean {
  return options.length === 0 && notes === undefined;
}

function hasAll(line: RequestedLine, part: RequestedLine): boolean {
  return (part.options ?? []).every((option) => hasOption(line, option)) && notesOf(part).every((note) => hasNote(line, note));
}

function hasOption({ options = [] }: RequestedLine, { choice, group, negated = false }: Option): boolean {
  return options.some((option) => option.choice === choice && option.group === group && (option.negated ?? false) === negated);
}

/** "No onion" and "without onion" say the same. */
function hasNote(line: RequestedLine, note: string): boolean {
  const said = (each: string) => each.replace(/^(?:no|without|w\/o) (?:any )?/, 'no ');
  return notesOf(line).some((own) => said(own) === said(note));
}

function notesOf({ notes }: RequestedLine): string[] {
  return notes === undefined ? [] : notes.split(', ');
}

function withNotes({ item_name, quantity, options }: RequestedLine, notes: readonly string[]): RequestedLine {
  return { item_name, quantity, options, ...(notes.length > 0 && { notes: notes.join(', ') }) };
}

function isAlone({ option_groups }: Menu, group: string | undefined): boolean {
  return option_groups.some(({ id, max }) => id === group && max === 1);
}

/** How many of whatever there are in all lines. */
export function totalOf(lines: readonly { readonly quantity: number }[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}
