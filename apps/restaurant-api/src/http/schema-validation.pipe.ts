import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { parseInput } from '@foodie-express/error-messages';
import { z, ZodType } from 'zod';

/** Validates what a handler declares: `@Body({ schema: orderInputSchema })`. Arguments without a schema pass. */
@Injectable()
export class SchemaValidationPipe implements PipeTransform {
  /** @throws ValidationError that names each field that does not fit */
  transform(value: unknown, { schema, type, data }: ArgumentMetadata): unknown {
    if (!(schema instanceof ZodType)) return value;
    return type === 'param' && data !== undefined ? parsePathParameter(schema, data, value) : parseInput(schema, value);
  }
}

/** A body and a query name their fields themselves; a part of the path is named by its place. */
function parsePathParameter(schema: ZodType, name: string, value: unknown): unknown {
  const result = schema.safeParse(value);
  return result.success ? result.data : parseInput(z.object({ [name]: schema }), { [name]: value })[name];
}
