/** What stands where a secret stood. */
export const REDACTED = '[redacted]';

/** Keys, in any spelling (`accessToken`, `access_token`, `X-Access-Token`), whose values are secrets. */
const SECRET_KEY = /password|passwd|passphrase|secret|authorization|cookie|credential|(api|private|access)[_-]?key|token$/i;

/** The same keys as they stand inside of texts. */
const KEY = String.raw`[\w-]{0,40}(?:password|passwd|passphrase|secret|authorization|cookie|token|(?:api|private|access)[_-]?key)`;

/** What every form below has in it: most texts have none of it, and one look is enough for them. */
const SUSPECT = /:\/\/|bearer|basic|eyJ|sk-|password|passwd|passphrase|secret|authorization|cookie|token|key/i;

/**
 * Secrets inside of texts, by their form. Texts may be whole lines of JSON, so a replacement never takes half of an escape and
 * never adds or takes a quote.
 */
const SECRET_TEXTS: readonly (readonly [RegExp, string])[] = [
  // redis://:password@host and mongodb://user:password@host.
  [/\b([a-z][a-z0-9+.-]{1,30}:\/\/)[^\s"'<>/?#]{1,500}@/gi, `$1${REDACTED}@`],
  [/\b(Bearer|Basic) [\w.~+/=-]{6,}/gi, `$1 ${REDACTED}`],
  // A JSON Web Token, then a key as OpenAI-compatible services give them out.
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, REDACTED],
  [/\bsk-[\w-]{12,}/g, REDACTED],
  // password=... in a query, a form or a message.
  [new RegExp(String.raw`\b(${KEY}=)[^\s&"'\\]+`, 'gi'), `$1${REDACTED}`],
  // "password":"..." in JSON, then in JSON that is itself a text in JSON.
  [new RegExp(String.raw`("${KEY}"\s*:\s*")(?:[^"\\]|\\.)*"`, 'gi'), `$1${REDACTED}"`],
  [new RegExp(String.raw`(\\"${KEY}\\"\s*:\s*\\")(?:[^"\\]|\\\\(?:\\["\\]|[^"\\]))*\\"`, 'gi'), `$1${REDACTED}\\"`],
];

export function isSecretKey(key: string): boolean {
  return SECRET_KEY.test(key);
}

/** `text` without the secrets that can be told by their form. */
export function redactText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return SECRET_TEXTS.reduce((redacted, [pattern, replacement]) => redacted.replace(pattern, replacement), text);
}
