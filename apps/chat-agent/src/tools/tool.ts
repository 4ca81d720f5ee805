import type { RestaurantClient } from '@foodie-express/restaurant-client';
import { z } from 'zod';
import type { Turn } from '../conversation/turn';
import type { ToolDescription } from '../models/chat-model';
import { ToolError } from './tool-error';

/** Code of the error where a model calls a tool with arguments that do not fit its schema, or are no JSON. */
export const INVALID_ARGUMENTS = 'invalid_arguments';

/** What a tool works with: the API, and the turn that it may change. */
export interface ToolContext {
  readonly api: RestaurantClient;
  readonly turn: Turn;
  /** Aborted where the tool's or the turn's time is up. */
  readonly signal: AbortSignal;
}

/** What a model may do. Arguments are validated before `run`; what it throws is told to the model as an error. */
export interface Tool extends ToolDescription {
  /** It reads or changes the order under way or the login: of one reply, such calls run one after the other as they were asked for. */
  readonly inOrder: boolean;
  run(argumentsText: string, context: ToolContext): Promise<unknown>;
}

export interface ToolDefinition<Schema extends z.ZodType> {
  readonly name: string;
  readonly description: string;
  readonly parameters: Schema;
  /** See `Tool`; false where none is given. */
  readonly inOrder?: boolean;
  readonly run: (parameters: z.infer<Schema>, context: ToolContext) => Promise<unknown>;
}

/** A tool of a schema: its JSON Schema for models and its validation come from the same place. */
export function defineTool<Schema extends z.ZodType>({ name, description, parameters, inOrder = false, run }: ToolDefinition<Schema>): Tool {
  return {
    name,
    description,
    parameters: jsonSchema(parameters),
    inOrder,
    run: async (argumentsText, context) => run(parseArguments(name, parameters, argumentsText), context),
  };
}

function jsonSchema(schema: z.ZodType): Readonly<Record<string, unknown>> {
  return { ...z.toJSONSchema(schema, { io: 'input' }), $schema: undefined };
}

function parseArguments<Schema extends z.ZodType>(name: string, schema: Schema, text: string): z.infer<Schema> {
  const result = schema.safeParse(parseJson(text));
  if (result.success) return result.data;
  const problems = result.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.') || 'arguments'}: ${message}`);
  throw new ToolError(INVALID_ARGUMENTS, `${name} was called with arguments that do not fit: ${problems.join('; ')}`);
}

function parseJson(text: string): unknown {
  try {
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}
