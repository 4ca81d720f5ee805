import { ValidationError } from '@foodie-express/error-messages';
import mongoose, { Types } from 'mongoose';
import { z } from 'zod';

/** Where a page ended, in a list sorted by a time and then by `_id`, both falling. */
export interface Position {
  readonly at: Date;
  readonly id: Types.ObjectId;
}

const positionSchema = z.tuple([z.number().int().min(0).max(8.64e15), z.string().regex(/^[0-9a-f]{24}$/)]);

/** A position as clients pass it on, without knowing what is in it. */
export function cursorOf({ at, id }: Position): string {
  return Buffer.from(JSON.stringify([at.getTime(), id.toHexString()])).toString('base64url');
}

/** @throws ValidationError where no page gave this cursor */
export function positionOf(cursor: string): Position {
  try {
    const [time, id] = positionSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { at: new Date(time), id: new Types.ObjectId(id) };
  } catch (error) {
    throw new ValidationError([{ path: 'cursor', message: 'should be the X-Next-Cursor of an earlier page' }], { cause: error });
  }
}

/** A span of time, its end not included; open where a bound is absent. */
export interface Span {
  readonly $gte?: Date;
  readonly $lt?: Date;
}

/**
 * The filter for what comes after a cursor, in a span of time where one is given; `field` holds the time. There is one bound of each
 * kind on it, for an index to serve.
 */
export function after(cursor: string | undefined, field: string, span: Span = {}): Record<string, unknown> {
  const position = cursor === undefined ? undefined : positionOf(cursor);
  // A cursor of another question may lie behind the span, which then lies after the cursor as a whole.
  if (position === undefined || (span.$lt !== undefined && span.$lt <= position.at)) {
    return Object.keys(span).length === 0 ? {} : { [field]: mongoose.trusted({ ...span }) };
  }
  const { at, id } = position;
  return {
    [field]: mongoose.trusted({ ...(span.$gte !== undefined && { $gte: span.$gte }), $lte: at }),
    $or: [{ [field]: mongoose.trusted({ $lt: at }) }, { [field]: at, _id: mongoose.trusted({ $lt: id }) }],
  };
}

/** A page, and the cursor of the next one where there is more. */
export interface Page<Entry> {
  readonly entries: Entry[];
  readonly next: string | undefined;
}

/** Cuts the page out of records that were read one further than it is long. */
export function pageOf<Stored, Entry>(
  records: readonly Stored[],
  limit: number,
  position: (record: Stored) => Position,
  answer: (record: Stored) => Entry,
): Page<Entry> {
  const shown = records.slice(0, limit);
  const last = shown.at(-1);
  return { entries: shown.map(answer), next: records.length > limit && last !== undefined ? cursorOf(position(last)) : undefined };
}
