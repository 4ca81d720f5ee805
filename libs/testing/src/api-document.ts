import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';

const schemaSchema = z.record(z.string(), z.unknown());
const mediaSchema = z.object({ schema: schemaSchema, example: z.unknown().optional(), examples: z.record(z.string(), z.object({ value: z.unknown() })).default({}) });
const contentSchema = z.record(z.string(), mediaSchema).default({});
const responseSchema = z.object({ headers: z.record(z.string(), z.unknown()).default({}), content: contentSchema });
const operationSchema = z.object({
  operationId: z.string(),
  description: z.string().optional(),
  security: z.array(z.unknown()),
  parameters: z.array(z.record(z.string(), z.unknown())),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.union([z.object({ $ref: z.string() }), responseSchema])),
});
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), schemaSchema), responses: z.record(z.string(), responseSchema) }).loose(),
});

type Schema = z.infer<typeof schemaSchema>;
type Media = z.infer<typeof mediaSchema>;

/** One call of a document. */
export interface ApiOperation {
  /** `GET /orders/{id}` */
  readonly name: string;
  /** `GET` */
  readonly method: string;
  /** `/orders/{id}` */
  readonly path: string;
  readonly needsLogin: boolean;
  readonly parameters: readonly Schema[];
  /** By status, and `default` for what has none. */
  readonly responses: Readonly<Record<string, z.infer<typeof responseSchema>>>;
  /** The content of its body by media type; undefined where it takes none. */
  readonly requestBody: Readonly<Record<string, Media>> | undefined;
}

/** An answer as it came. */
export interface ApiAnswer {
  readonly method: string;
  /** With a query or without. */
  readonly path: string;
  readonly status: number;
  /** With names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** Headers that are for clients to read, which therefore must be documented wherever they come. */
const TOLD_HEADERS = [
  'ETag', 'Link', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After', 'WWW-Authenticate', 'X-Next-Cursor', 'X-Request-ID', 'X-Total-Count',
];

/** An OpenAPI 3.1 document, to hold answers and its own examples against. */
export class ApiDocument {
  readonly operations: readonly ApiOperation[];
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly validators = new Map<Schema, ValidateFunction>();
  private readonly components: unknown;

  /** @throws ZodError where it has not the shape of one */
  constructor(document: unknown) {
    const { paths, components } = documentSchema.parse(document);
    addFormats(this.ajv);
    this.components = closed(components);
    this.operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { security, parameters, requestBody, responses }]) => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        needsLogin: security.length > 0,
        parameters,
        requestBody: requestBody?.content,
        responses: Object.fromEntries(
          Object.entries(responses).map(([status, response]) => [status, '$ref' in response ? componentOf(components.responses, response.$ref) : response]),
        ),
      })),
    );
  }

  /** Every call with every status that it documents: `GET /orders/{id} 404`. */
  get answers(): string[] {
    return this.operations.flatMap(({ name, responses }) => Object.keys(responses).flatMap((status) => (status === 'default' ? [] : [`${name} ${status}`])));
  }

  /** What an answer has that the document does not say; empty for a call that is not in it. */
  faultsOf({ method, path, status, headers, body }: ApiAnswer): string[] {
    const operation = this.operationAt(method, path);
    if (operation === undefined) return [];
    const response = operation.responses[status];
    if (response === undefined) return [`${operation.name} answers ${status}, which is not documented`];
    const at = `${operation.name} ${status}`;
    const told = TOLD_HEADERS.filter((name) => headers[name.toLowerCase()] !== undefined && !(name in response.headers)).map((name) => `${at} has ${name}, which is not documented`);
    const missing = headers['x-request-id'] === undefined ? [`${at} has no X-Request-ID`] : [];
    return [...told, ...missing, ...this.bodyFaults(at, response.content, headers['content-type'] ?? '', body)];
  }

  /** What of its own examples, of bodies and answers, is missing or does not fit its schema. */
  exampleFaults(): string[] {
    return this.operations.flatMap(({ name, requestBody = {}, responses }) => [
      ...Object.entries(requestBody).flatMap(([type, media]) => this.mediaFaults(`${name} ${type}`, media)),
      ...Object.entries(responses).flatMap(([status, { content }]) =>
        Object.entries(content).flatMap(([type, media]) => this.mediaFaults(`${name} ${status} ${type}`, media)),
      ),
    ]);
  }

  private operationAt(method: string, path: string): ApiOperation | undefined {
    const segments = segmentsOf(path.replace(/^\/api\/v1(?=\/|\?|$)/, ''));
    const fits = this.operations.filter((operation) => {
      const template = segmentsOf(operation.path);
      return operation.method === method && template.length === segments.length && template.every((part, index) => part.startsWith('{') || part === segments[index]);
    });
    // /orders/quote is no order.
    return fits.sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
  }

  private bodyFaults(at: string, content: Readonly<Record<string, Media>>, type: string, body: string): string[] {
    if (Object.keys(content).length === 0) return body === '' ? [] : [`${at} has a body, which is not documented`];
    const mediaType = type.split(';')[0] ?? '';
    const media = content[mediaType];
    if (media === undefined) return [`${at} is ${mediaType}, which is not documented`];
    return this.faultsIn(at, media.schema, mediaType.endsWith('json') ? JSON.parse(body) : body);
  }

  private mediaFaults(at: string, { schema, example, examples }: Media): string[] {
    const shown = [...(example === undefined ? [] : [example]), ...Object.values(examples).map(({ value }) => value)];
    return shown.length === 0 ? [`${at} shows no example`] : shown.flatMap((value) => this.faultsIn(at, schema, value));
  }

  private validatorOf(schema: Schema): ValidateFunction {
    const known = this.validators.get(schema);
    if (known !== undefined) return known;
    const made = this.ajv.compile({ allOf: [closed(schema)], components: this.components });
    this.validators.set(schema, made);
    return made;
  }

  private faultsIn(at: string, schema: Schema, value: unknown): string[] {
    const validate = this.validatorOf(schema);
    return validate(value) ? [] : (validate.errors ?? []).map((error: ErrorObject) => `${at}: ${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`);
  }
}

function segmentsOf(path: string): string[] {
  return (path.split('?')[0] ?? '').split('/').filter((segment) => segment !== '');
}

function componentOf<Component>(components: Readonly<Record<string, Component>>, reference: string): Component {
  const component = components[reference.split('/').at(-1) ?? ''];
  if (component === undefined) throw new Error(`${reference} leads nowhere`);
  return component;
}

/** Answers are documented as open, for clients to bear new fields; here a field that is not documented is a fault. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closed(inner)]));
  const isObject = entries['type'] === 'object' && entries['properties'] !== undefined && entries['additionalProperties'] === undefined;
  return isObject ? { ...entries, additionalProperties: false } : entries;
}
