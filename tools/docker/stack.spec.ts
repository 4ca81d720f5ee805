import { describe, expect, it } from '@jest/globals';
import { composeFaults } from './compose-faults';
import { parseComposeFile, withDefaults } from './compose-file';
import { dockerfileFaults } from './dockerfile-faults';
import { exampleVariables } from './environment-example';
import { nginxFaults } from './nginx-faults';
import { Workspace } from './workspace';

const workspace = new Workspace(process.cwd());
const apps = ['restaurant-api', 'chat-agent'];

function faults(stack: Workspace): string[] {
  return [...apps.flatMap((app) => dockerfileFaults(stack, app)), ...composeFaults(stack), ...nginxFaults(stack)];
}

it('names only services, ports, variables and paths that exist', () => {
  expect(faults(workspace)).toEqual([]);
});

it('is the stack of the plan', () => {
  const { services } = parseComposeFile(workspace.read('docker/compose.yml'));
  expect(Object.keys(services).sort()).toEqual(['chat-agent-1', 'chat-agent-2', 'mongodb', 'nginx', 'redis', 'restaurant-api-1', 'restaurant-api-2']);
  expect(services['mongodb']).toMatchObject({ image: 'mongo:8', command: expect.arrayContaining(['--replSet', 'rs0']) });
  expect(services['mongodb']?.healthcheck?.test.join(' ')).toContain("rs.initiate({ _id: 'rs0'");
  expect(withDefaults(services['restaurant-api-1']?.environment['MONGODB_URI'] ?? '')).toMatch(/\/foodie_express\?replicaSet=rs0$/);
  expect(services['redis']).toMatchObject({ image: 'redis:7-alpine' });
  expect(services['redis']?.command?.join(' ')).toContain('--appendonly yes');
  expect(services['chat-agent-1']).toEqual(services['chat-agent-2']);
  expect(services['restaurant-api-1']).toEqual(services['restaurant-api-2']);
  expect(Object.keys(services['nginx']?.depends_on ?? {}).sort()).toEqual(['chat-agent-1', 'chat-agent-2', 'restaurant-api-1', 'restaurant-api-2']);
  expect(Object.entries(services).filter(([, { ports }]) => ports.length > 0).map(([name]) => name)).toEqual(['nginx']);
});

it('gives every turn its time', () => {
  const { services } = parseComposeFile(workspace.read('docker/compose.yml'));
  const nginx = workspace.read('docker/nginx/nginx.conf');
  const seconds = (directive: string) => Number(new RegExp(`^ {8}${directive} (\\d+)s;`, 'm').exec(nginx)?.[1]);
  const turn = Number(exampleVariables(workspace.read('.env.example'), 'chat-agent').get('TURN_TIMEOUT'));
  expect(seconds('proxy_read_timeout')).toBeGreaterThan(2 * turn);
  expect(Number(services['chat-agent-1']?.environment['SHUTDOWN_TIMEOUT'])).toBeGreaterThan(turn);
  expect(Number.parseInt(services['nginx']?.stop_grace_period ?? '', 10)).toBeGreaterThan(seconds('proxy_read_timeout'));
});

const compose = 'docker/compose.yml';
const image = 'docker/restaurant-api/Dockerfile';
const upstreams = 'docker/nginx/upstreams.conf';

/** Each breaks one thing in a file that is right: what stood there, what stands there then, and the fault that must be named. */
const breaks: readonly (readonly [file: string, was: string | RegExp, is: string, fault: string])[] = [
  [compose, '    mongodb:\n      condition', '    mongo:\n      condition', 'service restaurant-api-1: depends on mongo, which is no service'],
  [compose, 'condition: service_healthy', 'condition: service_started', 'should wait until redis is healthy'],
  [compose, / {4}healthcheck:\n {6}test: \['CMD-SHELL'[\s\S]*?start_interval: 1s\n/, '', 'waits for the health of redis, which has no check'],
  [compose, 'redis-data:/data', 'redis:/data', 'service redis: volume redis is not declared'],
  [compose, 'redis-data:/data', 'mongodb-data:/data', 'redis-data is declared and not used'],
  [compose, './nginx:/etc/nginx:ro', './ngnix:/etc/nginx:ro', 'there is no docker/ngnix to mount'],
  [compose, 'networks: [database]', 'networks: [databases]', 'network databases is not declared'],
  [compose, '    database: {}\n', '', 'service restaurant-api-2: shares no network with mongodb'],
  [compose, '    services:\n      aliases: [restaurant-api]\n', '', 'service chat-agent-1: restaurant-api is no service'],
  [compose, 'services:\n      aliases: [restaurant-api]\n    database: {}', 'services: {}\n    database:\n      aliases: [restaurant-api]', 'service chat-agent-1: shares no network with restaurant-api'],
  [compose, 'dockerfile: docker/restaurant-api/Dockerfile', 'dockerfile: docker/api/Dockerfile', 'there is no docker/api/Dockerfile'],
  [compose, 'API_URL: http', 'API_ADDRESS: http', 'chat-agent has no variable API_ADDRESS'],
  [compose, 'http://restaurant-api:8000', 'http://api:8000', 'api is no service'],
  [compose, 'http://restaurant-api:8000', 'http://restaurant-api:8080', 'restaurant-api does not listen on port 8080'],
  [compose, 'mongodb://mongodb:27017', 'mongodb://mongodb:27018', 'mongodb does not listen on port 27018'],
  [compose, '@redis:6379/1', '@redis:6380/1', 'redis does not listen on port 6380'],
  [compose, 'REDIS_HOST: redis', 'REDIS_HOST: localhost', 'localhost is no service'],
  [compose, ':-8080}:8080', ':-8080}:80', 'publishes port 80, where nothing listens'],
  [compose, 'image: mongo:8', 'image: mongo:latest', 'image mongo:latest is not pinned'],
  [compose, 'stop_grace_period: 45s', 'stop_grace_period: 30s', 'before its SHUTDOWN_TIMEOUT of 30s'],
  [compose, '${SEED:-true}', '${SEED_DATA:-true}', 'SEED_DATA is not in docker/.env.example'],
  [compose, '${SEED:-true}', "'true'", 'SEED of docker/.env.example is not used'],
  [image, 'AS build', 'AS builder', 'COPY --from=build names no earlier stage'],
  [image, 'tsconfig.base.json', 'tsconfig.absent.json', 'COPY tsconfig.absent.json: there is no such path'],
  [image, 'COPY nx.json', 'COPY jest.config.mjs nx.json', 'COPY jest.config.mjs: .dockerignore keeps it out'],
  [image, '/workspace/dist/apps/restaurant-api', '/workspace/dist/restaurant-api', '/workspace/dist/restaurant-api is not produced by stage build'],
  [image, 'FROM node:24-slim AS runtime', 'FROM node:22-slim AS runtime', 'FROM node:22-slim should be node:24-slim'],
  [image, 'USER node\n', '', 'should run as node, not root'],
  [image, /HEALTHCHECK [\s\S]*?\n(?=CMD)/, '', 'HEALTHCHECK is missing'],
  [image, 'CMD ["node", "--enable-source-maps", "main.js"]', 'CMD node main.js', 'CMD should be a list'],
  [image, 'STOPSIGNAL SIGTERM', 'STOPSIGNAL SIGKILL', 'STOPSIGNAL should be SIGTERM'],
  [image, 'EXPOSE 8000', 'EXPOSE 80', 'EXPOSE 80 should be 8000'],
  [image, 'API_PORT=8000', 'API_PORT=8080', 'the port should be the default of restaurant-api'],
  [image, 'API_HOST=', 'HOST=', 'restaurant-api has no variable HOST'],
  [image, 'NODE_ENV=production', 'NODE_ENV=development', 'NODE_ENV should be production'],
  [image, 'EXPOSE 8000', 'EXPOSED 8000', 'line 28: Unknown instruction: EXPOSED'],
  [upstreams, 'chat-agent-2:5000', 'chat-agent-3:5000', 'upstreams.conf: chat-agent-3 is no service'],
  [upstreams, 'chat-agent-2:5000', 'chat-agent-1:5000', 'upstreams.conf: nothing leads to chat-agent-2'],
  [upstreams, 'restaurant-api-2:8000', 'restaurant-api-2:80', 'upstreams.conf: restaurant-api-2 does not listen on port 80'],
  [upstreams, '    server restaurant-api-2:8000 max_fails=0;\n', '', 'upstreams.conf: nothing leads to restaurant-api-2'],
  [upstreams, 'restaurant-api-1:8000', 'redis:6379', 'upstreams.conf: shares no network with redis'],
  ['docker/nginx/listen.conf', 'listen 8080', 'listen 80', 'listen.conf: port 80 should be 8080'],
];

describe('a fault', () => {
  it.each(breaks)('is named: %s, %s -> %s', (file, was, is, fault) => {
    const text = workspace.read(file);
    const broken = text.replace(was, () => is);
    expect(broken).not.toBe(text);
    expect(faults(workspace.with(file, broken))).toContainEqual(expect.stringContaining(fault));
  });

  it.each([
    ['a misspelt key', 'stop_grace_period: 45s', 'stop_grace: 45s'],
    ['a key that no service may lack', '    init: true\n    user: nginx', '    user: nginx'],
    ['an unknown part', 'volumes:\n  mongodb-data:', 'volume:\n  mongodb-data:'],
    ['no YAML', 'services:', 'services: ]'],
  ])('in form is refused: %s', (_fault, was, is) => {
    const text = workspace.read(compose);
    expect(text).toContain(was);
    expect(() => faults(workspace.with(compose, text.replace(was, is)))).toThrow();
  });
});
