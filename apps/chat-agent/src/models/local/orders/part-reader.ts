import type { Menu } from '@foodie-express/contracts';
import type { RequestedLine } from '../dialogue-memory';
import { partedLine } from './line-parts';
import { namesDish, tellsApart } from './menu-words';
import { type Clause, countIn, isOnTop, isPlain, type PartCount, partStart } from './part-words';
import type { PartOfStanding, Simple, ToldApart } from './told-apart';

/** Some of a line that was counted, and what is said of them. */
interface Part {
  /** The dish, and which of its lines it is. */
  readonly head: Head;
  readonly count: PartCount;
  readonly how: string;
  readonly said: RequestedLine | undefined;
}

interface Head {
  readonly name: string;
  readonly at: number;
}

const MAX_NAME = 4;

/** Takes the clauses of a text one by one, and finds which of them are said of some of a line. */
export class PartReader {
  private rest = '';
  private isGivenUp = false;
  private hasMore = false;
  private readonly parts: Part[] = [];
  /** A part of which nothing was said yet: "one bhel and one dosa mild". */
  private open: Omit<Part, 'said' | 'how'> | undefined;
  private isOfPart = false;
  private readonly known = new Map<string, Simple>();

  constructor(
    private readonly menu: Menu,
    private readonly read: (text: string) => Simple,
    private readonly standing: readonly RequestedLine[] = [],
  ) {}

  take(clause: Clause): void {
    if (this.isOneMore(clause)) return;
    if (!this.isOfAll(clause) && (this.isPart(clause) || this.isOfLast(clause) || this.isOfWhole(clause))) return;
    // "The lamb one" is a part that was told before.
    if (this.parts.length > 0 && /\bthe \p{L}+ ones?\b/u.test(clause.words.join(' '))) this.isGivenUp = true;
    this.isOfPart = false;
    this.rest = this.rest === '' ? clause.words.join(' ') : `${this.rest}${clause.link === ',' ? ', ' : clause.link === '' ? ' ' : ' and '}${clause.words.join(' ')}`;
  }

  result(): ToldApart | undefined {
    const isTold = this.parts.some(({ said }) => said !== undefined) || this.hasMore;
    return isTold && !this.isGivenUp ? { rest: this.rest, parted: (lines) => this.parted(lines) } : undefined;
  }

  ofStanding(): { readonly parts: readonly PartOfStanding[]; readonly rest: string } | undefined {
    if (this.parts.length === 0 || this.isGivenUp || this.open !== undefined) return undefined;
    return { parts: this.parts.map(({ head, count, said }) => ({ dish: head.name, count, said })), rest: this.rest };
  }

  /** "A bhel without onion and for her one with": another of what is one alone. */
  private isOneMore({ words }: Clause): boolean {
    const [, how = ''] = /^(?:one|1) (with|without)$/.exec(words.join(' ')) ?? [];
    const head = how === '' ? undefined : this.lastHead();
    if (head === undefined || this.standing.length > 0 || this.lineOf(head)?.quantity !== 1) return false;
    const subject = /\b(?:with|without|extra|no) ([^,]+)$/.exec(this.rest)?.[1] ?? '';
    this.rest = `${this.rest}, 1 ${head.name.toLowerCase()}${how === 'without' ? ` without ${subject}` : ''}`;
    this.hasMore = true;
    return true;
  }

  /** "One extra spicy", "one pani puri mild", "the other normal". */
  private isPart(clause: Clause): boolean {
    const start = partStart(clause);
    if (start === undefined || isOnTop(clause)) return false;
    const named = this.named(start.words);
    // "2 dosa and one dosa without onion" are three.
    if (named !== undefined && clause.link === 'and' && !this.isOfPart && !start.isOfThem && this.isLast(named.head)) return false;
    const head = named?.head ?? this.lastHead();
    if (head === undefined || !this.fits(head, start.count)) return false;
    const how = (named?.how ?? start.words).join(' ');
    if (how === '') return this.isOpened({ head, count: start.count }, named !== undefined || start.isOfThem);
    return this.isTold({ head, count: start.count }, how);
  }

  /** "One lamb, one chicken, both with garlic", where all are told: of the line itself. */
  private isOfAll({ link, words }: Clause): boolean {
    const last = this.parts.at(-1);
    const line = last === undefined || this.open !== undefined ? undefined : this.lineOf(last.head);
    if (last === undefined || line === undefined || !this.isOfPart) return false;
    const isAll = /^(?:both|all|everything|each)$/.test(words[0] ?? '') || (link === ',' && /^(?:no|don't|do not|without)\b/.test(words.join(' ')));
    return isAll && (this.taken(last.head, line.quantity) >= line.quantity || words[0] === 'all');
  }

  private isOpened(part: Omit<Part, 'said' | 'how'>, isNamed: boolean): boolean {
    if (!isNamed && this.standing.length > 0) return false;
    this.open = part;
    this.isOfPart = true;
    return true;
  }

  private isTold(part: Omit<Part, 'said' | 'how'>, how: string): boolean {
    const said = isPlain(how) ? undefined : this.asSaid(part.head, how);
    if ((!isPlain(how) && said === undefined) || this.isAnother(part, how)) return false;
    if (this.open !== undefined) {
      const shared = this.asSaid(this.open.head, how);
      if (shared !== undefined) this.parts.push({ ...this.open, how, said: shared });
      this.open = undefined;
    }
    this.parts.push({ ...part, how, said });
    this.isOfPart = true;
    return true;
  }

  /** "2 methi with curd, 1 plain": another dish of the menu is called so, unless it is the last of those that were counted. */
  private isAnother({ head, count }: Omit<Part, 'said' | 'how'>, how: string): boolean {
    const [first = ''] = how.split(' ');
    if (!tellsApart(this.menu, [first]) || namesDish(head.name, [first])) return false;
    const quantity = this.lineOf(head)?.quantity ?? 0;
    const told = this.taken(head, quantity);
    return !isPlain(how) || told === 0 || told + countIn(count, quantity, told) !== quantity;
  }

  /** "One without onion and garlic", "one for my dad, less spicy": what is still said of the part before. */
  private isOfLast(clause: Clause): boolean {
    if (!this.isOfPart || (partStart(clause) !== undefined && !isPlain(clause.words.join(' ')))) return false;
    const words = clause.words.join(' ');
    if (this.open !== undefined) {
      const { open } = this;
      this.open = undefined;
      return this.isTold(open, words);
    }
    const last = this.parts.at(-1);
    if (last === undefined || isPlain(last.how)) return false;
    const how = `${last.how}${clause.link === ',' ? ', ' : ' and '}${words}`;
    const said = this.asSaid(last.head, how);
    if (said === undefined) return false;
    this.parts.splice(-1, 1, { ...last, how, said });
    return true;
  }

  /** "One pav bhaji and a thali, the pav bhaji without onion": a dish named once more without a number, to say how. */
  private isOfWhole(clause: Clause): boolean {
    if (clause.link === '' || (this.rest === '' && this.standing.length === 0)) return false;
    const bare = clause.words.join(' ').replace(/^(?:but |please |make |keep |for |with |only )*(?:(?:the|my|that) )?/, '').split(' ');
    const named = this.named(bare);
    const line = named === undefined ? undefined : this.lineOf(named.head);
    if (named === undefined || line === undefined || (clause.link === 'and' && this.isLast(named.head))) return false;
    const said = this.asSaid(named.head, named.how.join(' ').replace(/^(?:is|should be|be|to be|mein|me|wala|wali|one|ko)\b ?/, ''));
    if (said === undefined || (said.notes === undefined && this.parts.length === 0)) return false;
    this.parts.push({ head: named.head, count: line.quantity, how: named.how.join(' '), said });
    return true;
  }

  private linesSoFar(): readonly RequestedLine[] {
    return this.rest === '' || this.standing.length > 0 ? this.standing : this.reading(this.rest).lines;
  }

  private reading(text: string): Simple {
    const known = this.known.get(text) ?? this.read(text);
    this.known.set(text, known);
    return known;
  }

  /** The line whose dish words begin with, and what follows its name. */
  private named(words: readonly string[]): { readonly head: Head; readonly how: readonly string[] } | undefined {
    const from = words[0] === 'the' || words[0] === 'my' ? 1 : 0;
    const lines = this.linesSoFar();
    for (let length = Math.min(MAX_NAME, words.length - from); length > 0; length -= 1) {
      const name = words.slice(from, from + length);
      const at = lines.findLastIndex(({ item_name: own }) => this.isNameOf(own, name));
      const line = lines[at];
      if (line !== undefined) return { head: headAt(lines, at), how: words.slice(from + length) };
    }
    return undefined;
  }

  private isNameOf(own: string, words: readonly string[]): boolean {
    const aliases = this.menu.items.find(({ name }) => name === own)?.aliases ?? [];
    // "Butter" says something of a butter chicken, and does not name it.
    const isWhole = words.length > 1 || words[0] === undefined || !isIngredient(this.menu, own, words[0]);
    return isWhole && [own, ...aliases].some((name) => namesDish(name, words));
  }

  private lastHead(): Head | undefined {
    const last = this.parts.at(-1);
    if (this.isOfPart && last !== undefined) return last.head;
    if (this.isOfPart && this.open !== undefined) return this.open.head;
    const lines = this.linesSoFar();
    return lines.length === 0 ? undefined : headAt(lines, lines.length - 1);
  }

  private isLast({ name, at }: Head): boolean {
    const lines = this.linesSoFar();
    const last = lines.length === 0 ? undefined : headAt(lines, lines.length - 1);
    return last?.name === name && last.at === at && !this.isOfPart;
  }

  private lineOf({ name, at }: Head): RequestedLine | undefined {
    return this.linesSoFar().filter(({ item_name: own }) => own === name)[at];
  }

  private fits(head: Head, count: PartCount): boolean {
    const quantity = this.lineOf(head)?.quantity ?? 0;
    const left = quantity - this.taken(head, quantity);
    if (count === 'rest') return left > 0 && left < quantity;
    const wanted = count === 'half' ? quantity / 2 : count;
    return quantity > 1 && Number.isInteger(wanted) && wanted < quantity && wanted <= left;
  }

  private taken({ name, at }: Head, quantity: number): number {
    const own = this.parts.filter(({ head }) => head.name === name && head.at === at);
    return own.reduce((sum, { count }) => sum + countIn(count, quantity, sum), 0);
  }

  /** The dish as words say it should be; undefined where they say anything else, or nothing. */
  private asSaid(head: Head, how: string): RequestedLine | undefined {
    const { name } = head;
    const refused = this.notSo(head, how);
    if (refused !== undefined) return refused;
    const { lines: [only, ...others], isClear } = this.reading(`1 ${name.toLowerCase()} ${this.inFull(how)}`);
    const isTold = only !== undefined && ((only.options ?? []).length > 0 || only.notes !== undefined);
    return isTold && isClear && others.length === 0 && only.item_name === name && only.quantity === 1 ? only : undefined;
  }

  /** "One of them not hot", of hot ones. */
  private notSo(head: Head, how: string): RequestedLine | undefined {
    const what = /^(?:not|non|isn't|without) (?:so |too |very |that )?(?:the )?(.+?)(?: please)?$/.exec(how)?.[1];
    const had = what === undefined ? [] : (this.lineOf(head)?.options ?? []).filter(({ choice, negated }) => negated !== true && isCalled(this.menu, choice, what));
    return had.length === 0 ? undefined : { item_name: head.name, quantity: 1, options: had.map(({ choice, group }) => ({ choice, group, negated: true })) };
  }

  /** "One with curd and one without": what the part before had. */
  private inFull(how: string): string {
    const before = this.parts.at(-1)?.how ?? this.standing.flatMap(({ notes = '' }) => notes.split(', ').filter((note) => /^(?:no|without) /.test(note))).at(-1) ?? '';
    const subject = before.replace(/^(?:with(?:out)?|extra|more|less|no) (?:extra )?/, '');
    return /^(?:without|with out|no)$/.test(how) && subject !== before ? `without ${subject}` : how;
  }

  private parted(lines: readonly RequestedLine[]): readonly RequestedLine[] | undefined {
    const sofar = new Map<string, number>();
    const heads = lines.map(({ item_name: name }) => {
      const at = sofar.get(name) ?? 0;
      sofar.set(name, at + 1);
      return { name, at };
    });
    if (!this.parts.every(({ head }) => heads.some(({ name, at }) => name === head.name && at === head.at))) return undefined;
    return lines.flatMap((line, index) => {
      const own = this.parts.filter(({ head }) => head.name === heads[index]?.name && head.at === heads[index].at);
      let told = 0;
      const parts = own.map(({ count, said }): RequestedLine => {
        const quantity = countIn(count, line.quantity, told);
        told += quantity;
        return { ...(said ?? { item_name: line.item_name }), quantity };
      });
      return partedLine(this.menu, line, parts);
    });
  }
}

function headAt(lines: readonly RequestedLine[], index: number): Head {
  const name = lines[index]?.item_name ?? '';
  return { name, at: lines.slice(0, index).filter(({ item_name: own }) => own === name).length };
}

function isCalled({ option_groups }: Menu, id: string, words: string): boolean {
  return option_groups.some(({ choices }) => choices.some((choice) => choice.id === id && [choice.name, ...(choice.aliases ?? [])].some((name) => name.toLowerCase() === words)));
}

/** Whether a word stands in a dish's name, but not as what the dish is: "butter" of a Butter Chicken. */
function isIngredient({ items }: Menu, name: string, word: string): boolean {
  const own = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const said = word.replace(/s$/, '');
  const isHead = own.at(-1)?.replace(/s$/, '') === said || own[0]?.replace(/s$/, '') === said;
  return !isHead && items.length > 0;
}
