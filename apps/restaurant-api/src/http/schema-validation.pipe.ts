import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { parseInput } from '@foodie-express/error-messages';
import { ZodType } from 'zod';

/** Validates what a handler declares: `@Body({ schema: orderInputSchema })`. Arguments without a schema pass. */
@Injectable()
export class SchemaValidationPipe implements PipeTransform {
  /** @throws ValidationError that names each field that does not fit */
  transform(value: unknown, { schema }: ArgumentMetadata): unknown {
    return schema instanceof ZodType ? parseInput(schema, value) : value;
  }
}
