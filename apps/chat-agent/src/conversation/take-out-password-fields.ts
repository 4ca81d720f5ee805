import { type AwaitedPassword, givenBeside, type MessageWithoutPassword, PASSWORD_MARK } from './take-out-password-parts';

/** What programs call a password, and what repeats one. */
const PASSWORD_FIELD = /pass|pwd|^pw$|secret/i;
const NAME_FIELD = /^(?:user|user[_-]?name|user[_-]?id|name|login|account)$/i;
const EMAIL_FIELD = /mail/i;

/** Said by a field of any name: `"action": "login"`. */
const LOGIN_VALUE = /^(?:log|sign)[ _-]?in$/i;

/** Fields lie no deeper in each other. */
const MAX_DEPTH = 4;

/** Where a message is an object of JSON, as programs write it, what its fields hold. */
export function inFields(message: string, awaited: AwaitedPassword | undefined): MessageWithoutPassword | undefined {
  const told = objectIn(message);
  const fields = fieldsOf(told, MAX_DEPTH);
  const valueOf = (name: RegExp) => fields.find(([key, value]) => name.test(key) && value !== '')?.[1];
  const password = valueOf(PASSWORD_FIELD);
  if (password === undefined) return undefined;
  const shown = JSON.stringify(told, (key, value: unknown) => (PASSWORD_FIELD.test(key) ? PASSWORD_MARK : value));
  const username = valueOf(NAME_FIELD) ?? awaited?.username;
  const email = valueOf(EMAIL_FIELD) ?? awaited?.email;
  return { message: shown, given: givenBeside({ username, email, password }, fields.some(([, value]) => LOGIN_VALUE.test(value))) };
}

function objectIn(message: string): unknown {
  if (!/^\s*\{/.test(message)) return undefined;
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

/** Names and values, wherever they lie; lists are looked through too. */
function fieldsOf(value: unknown, depth: number): (readonly [name: string, value: string])[] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  return Object.entries(value).flatMap(([name, held]: [string, unknown]) => (typeof held === 'string' || typeof held === 'number' ? [[name, String(held)] as const] : fieldsOf(held, depth - 1)));
}
