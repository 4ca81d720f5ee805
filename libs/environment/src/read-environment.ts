import type { Variable } from './variable';

/** Variables by the name they bear in the environment. */
export type Variables = Readonly<Record<string, Variable<unknown>>>;

/** The values that `readEnvironment` gives for a set of variables. */
export type EnvironmentOf<Declared extends Variables> = {
  readonly [Name in keyof Declared]: Declared[Name] extends Variable<infer Value> ? Value : never;
};

/** Thrown at start where variables do not fit: one line each, naming the variable and what it should be. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/**
 * Reads every declared variable once. An empty variable counts as unset, as compose files write `NAME=${NAME:-}`.
 * @throws EnvironmentError that lists all variables that do not fit, with secrets left out
 */
export function readEnvironment<const Declared extends Variables>(
  declared: Declared,
  source: Readonly<Record<string, string | undefined>>,
): EnvironmentOf<Declared> {
  const problems: string[] = [];
  const entries = Object.entries(declared).map(([name, variable]) => {
    const given = source[name]?.trim() ?? '';
    const text = given === '' ? variable.default : given;
    if (text === undefined) return [name, undefined] as const;
    const value = variable.parse(text);
    if (value === undefined) problems.push(`${name} should be ${variable.format}${variable.secret ? '' : `, got ${JSON.stringify(given)}`}`);
    return [name, value] as const;
  });
  if (problems.length > 0) throw new EnvironmentError(problems);
  return Object.fromEntries(entries) as EnvironmentOf<Declared>;
}
