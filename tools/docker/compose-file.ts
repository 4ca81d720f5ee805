import { parse } from 'yaml';
import { z } from 'zod';

const duration = z.string().regex(/^\d+s$/, 'should be whole seconds: 45s');
const command = z.array(z.string()).min(1);

const healthcheck = z.strictObject({
  test: z.array(z.string()).min(2),
  interval: duration,
  timeout: duration,
  retries: z.number().int().positive(),
  start_period: duration,
  start_interval: duration,
});

/** By name, each with the further names that the service has there. */
const networks = z.union([
  z.array(z.string()).min(1).transform((names) => Object.fromEntries(names.map((name): [string, { aliases: string[] }] => [name, { aliases: [] }]))),
  z.record(z.string(), z.strictObject({ aliases: z.array(z.string()).default([]) })),
]);

const service = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  restart: z.literal('unless-stopped'),
  init: z.literal(true),
  user: z.string().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  command: command.optional(),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string().regex(/^[^:]+:[^:]+(:ro)?$/)).default([]),
  ports: z.array(z.string()).default([]),
  networks,
  healthcheck: healthcheck.optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.enum(['service_healthy', 'service_started']) })).default({}),
  stop_signal: z.string().optional(),
  stop_grace_period: duration,
  deploy: z.strictObject({
    resources: z.strictObject({ limits: z.strictObject({ cpus: z.string(), memory: z.string().regex(/^\d+[MG]$/) }) }),
  }),
  logging: z.strictObject({ driver: z.string(), options: z.record(z.string(), z.string()) }),
});

/**
 * What the stack uses of the Compose specification, and what every service of ours must say (restart, limits, log rotation ...).
 * Strict: a misspelt key is a fault, where Compose's own message would come on the server only.
 */
const composeFile = z
  .object({
    name: z.string(),
    services: z.record(z.string(), service),
    networks: z.record(z.string(), z.strictObject({ internal: z.boolean() }).nullable()),
    volumes: z.record(z.string(), z.null()),
  })
  .catchall(z.unknown());

export type ComposeFile = z.infer<typeof composeFile>;
export type ComposeService = z.infer<typeof service>;

const topLevelKey = /^(?:name|services|networks|volumes|x-.+)$/;

/** @throws Error that names every place which does not fit */
export function parseComposeFile(text: string): ComposeFile {
  const result = composeFile.safeParse(parse(text, { merge: true }));
  if (!result.success) throw new Error(z.prettifyError(result.error));
  const unknown = Object.keys(result.data).filter((key) => !topLevelKey.test(key));
  if (unknown.length > 0) throw new Error(`unknown top-level keys: ${unknown.join(', ')}`);
  return result.data;
}

export interface Interpolation {
  readonly name: string;
  /** `${NAME:?message}`: Compose refuses to start without it. */
  readonly required: boolean;
}

/** The variables that a Compose file takes from its environment: `${NAME:-default}`, `${NAME:?message}`. */
export function interpolations(text: string): Interpolation[] {
  const found = text.matchAll(/\$\{([A-Z][A-Z0-9_]*)(:[-?])?/g);
  return [...found].map(([, name = '', operator]) => ({ name, required: operator === ':?' }));
}

/** What a value is where the environment sets nothing: `${PORT:-8080}:80` is `8080:80`. */
export function withDefaults(value: string): string {
  return value.replaceAll(/\$\{[A-Z][A-Z0-9_]*(?::-([^}]*)|:\?[^}]*)?\}/g, (_whole, preset: string | undefined) => preset ?? '');
}
