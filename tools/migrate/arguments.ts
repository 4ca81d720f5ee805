import { resolve } from 'node:path';
import { currencySchema, type OrderStatus, orderStatusSchema, restaurantInputSchema } from '@foodie-express/contracts';
import { readEnvironment, text, url } from '@foodie-express/environment';
import { parseFlags, UsageError } from '../stack/command-line';
import { workspaceRoot } from '../stack/workspace';
import { statusKey } from './mapping/order-status';
import { USAGE } from './texts';

/** The variables that say where both services have their data. */
const variables = {
  MONGO_DATABASE_URL: url(['mongodb:', 'mongodb+srv:'], { description: 'The database of the Python service.' }),
  MONGODB_URI: url(['mongodb:', 'mongodb+srv:'], { description: 'The database of restaurant-api.' }),
  DATA_DIR: text({ description: 'Folder of the embedded database.', default: '.data' }),
};

export interface MigrationSettings {
  /** The database of the Python service. */
  readonly from: string;
  /** Ours; undefined for the embedded one in `dataFolder`. */
  readonly to: string | undefined;
  /** Absolute path. */
  readonly dataFolder: string;
  readonly isDryRun: boolean;
  readonly reportFile: string | undefined;
  readonly currency: string;
  readonly timezone: string;
  /** States by the names that the Python service gave them. */
  readonly statuses: ReadonlyMap<string, OrderStatus>;
}

const flags = {
  uri: { type: 'string' },
  to: { type: 'string' },
  'dry-run': { type: 'boolean' },
  report: { type: 'string' },
  currency: { type: 'string', default: 'INR' },
  timezone: { type: 'string', default: 'Asia/Kolkata' },
  status: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * What the command line and the environment ask for; undefined where they ask for help.
 * @throws UsageError, EnvironmentError
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): MigrationSettings | undefined {
  const given = withUsage(() => parseFlags(flags));
  if (given.help === true) return undefined;
  const { MONGO_DATABASE_URL, MONGODB_URI, DATA_DIR } = readEnvironment(variables, environment);
  const from = given.uri ?? MONGO_DATABASE_URL;
  if (from === undefined) throw usage('--uri should name the database of the Python service (or set MONGO_DATABASE_URL).');
  return {
    from,
    to: given.to ?? MONGODB_URI,
    dataFolder: resolve(workspaceRoot, DATA_DIR),
    isDryRun: given['dry-run'] === true,
    reportFile: given.report,
    currency: fitting('--currency', currencySchema.safeParse(given.currency).data, 'a currency such as INR'),
    timezone: fitting('--timezone', restaurantInputSchema.shape.timezone.safeParse(given.timezone).data, 'a time zone such as Asia/Kolkata'),
    statuses: new Map(given.status?.map(statusOf)),
  };
}

function statusOf(pair: string): [string, OrderStatus] {
  const [, name = '', ours = ''] = /^(.+)=([a-z_]+)$/.exec(pair) ?? [];
  const status = orderStatusSchema.safeParse(ours).data;
  return [statusKey(name), fitting('--status', status, `a name and one of ${orderStatusSchema.options.join(', ')}: "shipped=out_for_delivery"`)];
}

function fitting<Value>(flag: string, value: Value | undefined, what: string): Value {
  if (value === undefined) throw usage(`${flag} should be ${what}.`);
  return value;
}

function withUsage<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof UsageError ? usage(error.message.replace(/: see --help\.$/, '.')) : error;
  }
}

/** An error that shows how to call the command. */
export function usage(message: string): UsageError {
  return new UsageError(`${message}\n\n${USAGE}`);
}
