import type { Schema } from 'mongoose';

/** Makes every field of a schema required but those named, which may be absent or null. */
export function requireFields<Record>(schema: Schema<Record>, { except = [] }: { except?: readonly (keyof Record & string)[] } = {}): void {
  const optional: ReadonlySet<string> = new Set(except);
  schema.eachPath((path, type) => {
    if (path !== '_id' && !optional.has(path)) type.required(true);
  });
}
