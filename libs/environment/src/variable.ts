/** One environment variable: how its text is read, and what a person must know to set it. */
export interface Variable<Value> {
  readonly description: string;
  /** What the text should be, as it follows "should be" in an error: `a whole number from 1 to 65535`. */
  readonly format: string;
  /** The text that stands in where the variable is unset or empty; without one the value is `undefined`. */
  readonly default: string | undefined;
  /** `seconds`, `milliseconds`, `bytes`, ... as shown in the documentation. */
  readonly unit: string | undefined;
  /** A secret's value is never repeated in an error. */
  readonly secret: boolean;
  /** The value that the text stands for; `undefined` where the text does not fit `format`. */
  readonly parse: (text: string) => Value | undefined;
}

interface Description {
  readonly description: string;
  readonly unit?: string;
}

interface Defaulted<Value> extends Description {
  readonly default: Value;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

function variable<Value>(
  { description, unit, default: preset }: Description & { default?: string | number | boolean },
  format: string,
  parse: (text: string) => Value | undefined,
  secret = false,
): Variable<Value> {
  return { description, unit, format, parse, secret, default: preset === undefined ? undefined : String(preset) };
}

/** Any text of 1 to 2,000 characters. */
export function text(options: Defaulted<string>): Variable<string>;
export function text(options: Description): Variable<string | undefined>;
export function text(options: Description & { default?: string }): Variable<string | undefined> {
  return variable(options, 'text of at most 2,000 characters', (value) => (value.length <= 2_000 ? value : undefined));
}

/** A text whose value no error, log line or page may show. */
export function secret(options: Description & { minLength?: number }): Variable<string | undefined> {
  const { minLength = 1 } = options;
  const format = `a secret of at least ${minLength} characters`;
  return variable(options, format, (value) => (value.length >= minLength ? value : undefined), true);
}

export function wholeNumber(options: Defaulted<number> & Range): Variable<number>;
export function wholeNumber(options: Description & Range): Variable<number | undefined>;
export function wholeNumber(options: Description & Range & { default?: number }): Variable<number | undefined> {
  const { min, max } = options;
  return variable(options, `a whole number from ${min} to ${max}`, (value) => {
    const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    return number >= min && number <= max ? number : undefined;
  });
}

/** `true` or `false` (also `1`, `yes`, `on` and `0`, `no`, `off`, in any case). */
export function flag(options: Defaulted<boolean>): Variable<boolean>;
export function flag(options: Description): Variable<boolean | undefined>;
export function flag(options: Description & { default?: boolean }): Variable<boolean | undefined> {
  return variable(options, 'true or false', (value) => {
    if (/^(true|1|yes|on)$/i.test(value)) return true;
    return /^(false|0|no|off)$/i.test(value) ? false : undefined;
  });
}

export function oneOf<const Choice extends string>(choices: readonly Choice[], options: Defaulted<Choice>): Variable<Choice>;
export function oneOf<const Choice extends string>(choices: readonly Choice[], options: Description): Variable<Choice | undefined>;
export function oneOf<const Choice extends string>(
  choices: readonly Choice[],
  options: Description & { default?: Choice },
): Variable<Choice | undefined> {
  return variable(options, `one of ${choices.join(', ')}`, (value) => choices.find((choice) => choice === value));
}

/** A URL with one of the given protocols (`'redis:'`). Treated as a secret, for it may hold a password. */
export function url(protocols: readonly string[], options: Defaulted<string>): Variable<string>;
export function url(protocols: readonly string[], options: Description): Variable<string | undefined>;
export function url(protocols: readonly string[], options: Description & { default?: string }): Variable<string | undefined> {
  const format = `a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`;
  const fits = (value: string) => protocols.some((protocol) => value.startsWith(`${protocol}//`) && value.length > protocol.length + 2);
  return variable(options, format, (value) => (fits(value) ? value : undefined), true);
}

/** Values separated by commas; blanks around them are dropped. */
export function list(options: Defaulted<string>): Variable<readonly string[]> {
  const parse = (value: string) => value.split(',').map((part) => part.trim()).filter((part) => part !== '');
  return variable(options, 'values separated by commas', parse);
}
