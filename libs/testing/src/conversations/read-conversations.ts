/** One message of a person, and what is expected of the reply. */
export interface Exchange {
  readonly message: string;
  /** Texts that the reply must hold, whatever their case. */
  readonly has: readonly string[];
  readonly hasNot: readonly string[];
  /** The lines of the order that waits for a yes: `2 Masala Thepla`; `[]` for none; undefined where it does not matter. */
  readonly order: readonly string[] | undefined;
  /** The lines of the latest order that the API has of this person; `[]` for none. */
  readonly placed: readonly string[] | undefined;
}

export interface Conversation {
  readonly title: string;
  /** Restaurants that are closed, by name. */
  readonly closed: readonly string[];
  readonly exchanges: readonly Exchange[];
}

type Draft = { -readonly [Field in keyof Exchange]: Exchange[Field] };

/**
 * Reads a file of conversations:
 *
 *     # title
 *     closed: Thepla House
 *     > what the person says
 *     + must be in the reply
 *     - must not be in it
 *     = 2 Masala Thepla; 1 Plain Thepla      the order that waits for a yes, or nothing
 *     placed: 2 Masala Thepla                the latest order that stands in the API, or nothing
 *
 * @throws Error for a line that is none of these
 */
export function readConversations(text: string): Conversation[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      return readConversation(title, lines.filter((line) => line.trim() !== ''));
    });
}

function readConversation(title: string, lines: readonly string[]): Conversation {
  const closed: string[] = [];
  const exchanges: Draft[] = [];
  for (const line of lines) {
    const [, mark = '', rest = ''] = /^(closed:|placed:|[>+=-]) ?(.*)$/.exec(line) ?? [];
    const current = exchanges.at(-1);
    if (mark === 'closed:') closed.push(rest);
    else if (mark === '>') exchanges.push({ message: rest, has: [], hasNot: [], order: undefined, placed: undefined });
    else if (current === undefined || mark === '') throw new Error(`"${title}" has a line that cannot be read: ${line}`);
    else if (mark === '+') current.has = [...current.has, rest];
    else if (mark === '-') current.hasNot = [...current.hasNot, rest];
    else if (mark === '=') current.order = linesOf(rest);
    else current.placed = linesOf(rest);
  }
  return { title, closed, exchanges };
}

function linesOf(text: string): string[] {
  return text === 'nothing' ? [] : text.split(';').map((line) => line.trim());
}
