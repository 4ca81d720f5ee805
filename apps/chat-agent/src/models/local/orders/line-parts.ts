import type { Menu } from '@foodie-express/contracts';
import type { RequestedLine } from '../dialogue-memory';
import { joinNotes } from './kitchen-notes';

type Options = NonNullable<RequestedLine['options']>;

/** The options of a line with others: of a group that takes one, and of the same choice, what is said last counts. */
export function withOptions({ option_groups }: Menu, had: Options, said: Options): Options {
  const isAlone = (group: string | undefined) => option_groups.some(({ id, max }) => id === group && max === 1);
  const kept = had.filter(({ choice, group }) => !said.some((option) => option.group === group && (option.choice === choice || isAlone(group))));
  // What is refused and was chosen only goes.
  const gone = (choice: string) => had.some((option) => option.choice === choice && option.negated !== true);
  return [...kept, ...said.filter(({ choice, negated }) => negated !== true || !gone(choice))];
}

/** A part of a line has what the line had, but what was said of it. */
export function withHad(menu: Menu, before: RequestedLine, part: RequestedLine): RequestedLine {
  const notes = part.notes === undefined ? before.notes : joinNotes(before.notes, part.notes);
  return { ...before, quantity: part.quantity, options: withOptions(menu, before.options ?? [], part.options ?? []), ...(notes !== undefined && { notes }) };
}

/** A line with its parts told apart: first what is left of it. */
export function partedLine(menu: Menu, line: RequestedLine, parts: readonly RequestedLine[]): RequestedLine[] {
  const left = line.quantity - parts.reduce((sum, { quantity }) => sum + quantity, 0);
  return [...(left > 0 ? [{ ...line, quantity: left }] : []), ...parts.map((part) => withHad(menu, line, part))];
}
