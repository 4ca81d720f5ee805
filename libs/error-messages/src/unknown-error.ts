/** A property of a thrown value of any kind; `undefined` where it has none. */
export function property(error: unknown, name: string): unknown {
  return isObject(error) ? Reflect.get(error, name) : undefined;
}

export function numberProperty(error: unknown, name: string): number | undefined {
  const value = property(error, name);
  return typeof value === 'number' ? value : undefined;
}

export function textProperty(error: unknown, name: string): string | undefined {
  const value = property(error, name);
  return typeof value === 'string' ? value : undefined;
}

/** How deep causes are followed: deeper chains are loops or not worth the time. */
const MAX_CAUSES = 8;

/** The error, what caused it, what caused that, and the parts of an AggregateError, nearest first. */
export function causes(error: unknown): readonly unknown[] {
  const found = new Set<unknown>([error]);
  for (const link of found) {
    if (found.size >= MAX_CAUSES) break;
    const parts: unknown = property(link, 'errors');
    const next: readonly unknown[] = Array.isArray(parts) ? parts : [];
    for (const cause of [property(link, 'cause'), ...next]) if (isObject(cause)) found.add(cause);
  }
  return [...found];
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
