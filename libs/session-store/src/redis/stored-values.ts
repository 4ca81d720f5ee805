import { z } from 'zod';
import { jsonText } from '../json-text';
import { type PendingOrder, type Session, pendingOrderSchema, sessionSchema } from '../session';

/** Grows when the shape of a stored value changes; a value of another version counts as none. */
const VERSION = 1;

const storedSessionSchema = z.object({ version: z.literal(VERSION), writtenAt: z.int().positive(), session: sessionSchema });
const storedOrderSchema = z.object({ version: z.literal(VERSION), order: pendingOrderSchema });

/** The save script reads `writtenAt` from the first characters with the same pattern, so the fields keep this order. */
const WRITTEN_AT = /^\{"version":1,"writtenAt":(\d{1,15}),/;

export function encodeSession(session: Session, writtenAt: number): string {
  return `{"version":${VERSION},"writtenAt":${writtenAt},"session":${jsonText(session)}}`;
}

export function encodePendingOrder(order: PendingOrder): string {
  return JSON.stringify({ version: VERSION, order });
}

/** When the value was written, as far as its first characters tell; 0 for any other text. */
export function writtenAtOf(text: string | null): number {
  return Number(WRITTEN_AT.exec(text ?? '')?.[1] ?? 0);
}

/** `undefined` where the text is none of ours or of another version. */
export function decodeSession(text: string): Session | undefined {
  return storedSessionSchema.safeParse(parseJson(text)).data?.session;
}

/** `undefined` where the text is none of ours or of another version. */
export function decodePendingOrder(text: string): PendingOrder | undefined {
  return storedOrderSchema.safeParse(parseJson(text)).data?.order;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
