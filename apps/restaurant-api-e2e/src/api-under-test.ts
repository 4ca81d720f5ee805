import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiDocument, AppProcess, eventually } from '@foodie-express/testing';
import { MongoClient } from 'mongodb';
import { type Api, Person } from './person';

const admin = { username: 'root-admin', email: 'admin@example.org', password: 'kept-secret-1' };

/**
 * The built API as a process, on a database of its own: the embedded one, or where `MONGODB_URI` is set one on that server, which
 * is dropped at the end.
 */
export class ApiUnderTest implements Api {
  private constructor(
    private app: AppProcess,
    readonly document: ApiDocument,
    private readonly folder: string,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly mongoUri: string | undefined,
  ) {}

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<ApiUnderTest> {
    const folder = await mkdtemp(join(tmpdir(), 'foodie-api-'));
    const server = process.env['MONGODB_URI'];
    const mongoUri = server === undefined ? undefined : databaseOn(server, `e2e_${randomUUID().slice(0, 8)}`);
    const environment = {
      DATA_DIR: folder,
      ADMIN_USERNAME: admin.username,
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      ...(mongoUri !== undefined && { MONGODB_URI: mongoUri }),
      ...settings,
    };
    const app = await AppProcess.start('restaurant-api', environment);
    const document = new ApiDocument(await (await fetch(`${app.url}/openapi.json`)).json());
    const api = new ApiUnderTest(app, document, folder, environment, mongoUri);
    await api.untilHealthy();
    return api;
  }

  get url(): string {
    return this.app.url;
  }

  get process(): AppProcess {
    return this.app;
  }

  /** SIGKILL at any line, and the same data again. */
  async killAndRestart(): Promise<void> {
    await this.app.kill();
    this.app = await AppProcess.start('restaurant-api', { ...this.environment, API_PORT: String(this.app.port) });
    await this.untilHealthy();
  }

  async restart(): Promise<void> {
    await this.app.stop();
    this.app = await AppProcess.start('restaurant-api', { ...this.environment, API_PORT: String(this.app.port) });
    await this.untilHealthy();
  }

  async stop(): Promise<void> {
    await this.app.stop();
    if (this.mongoUri !== undefined) await drop(this.mongoUri);
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A call without login. */
  get anonymous(): Person {
    return new Person(this);
  }

  /** Somebody new, logged in. */
  register(): Promise<Person> {
    return Person.register(this);
  }

  /** Logged in as the first admin. */
  admin(): Promise<Person> {
    return Person.login(this, admin);
  }

  private async untilHealthy(): Promise<void> {
    await eventually(async () => {
      const { status } = await fetch(`${this.url}/health`, { signal: AbortSignal.timeout(2_000) });
      if (status !== 200) throw new Error(`${status} at /health`);
    }, 20_000);
  }
}

function databaseOn(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function drop(uri: string): Promise<void> {
  const client = await MongoClient.connect(uri);
  try {
    await client.db().dropDatabase();
  } finally {
    await client.close();
  }
}
