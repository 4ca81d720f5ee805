import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { problemSchema } from '@foodie-express/contracts';
import { createFailure, type FailureCode, failureStatuses, toProblem } from '@foodie-express/error-messages';
import { describeWithProgram, eventually, freePort, NginxServer } from '@foodie-express/testing';
import { upstreamServers } from './nginx-faults';
import { Workspace } from './workspace';

const workspace = new Workspace(process.cwd());
const configuration = 'docker/nginx/nginx.conf';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const upstreamsText = workspace.read('docker/nginx/upstreams.conf');

/** A service behind nginx that says who it is and remembers what it was asked. */
class Upstream {
  readonly requests: IncomingMessage[] = [];

  private constructor(
    readonly port: number,
    private readonly server: Server,
  ) {}

  static async start(name: string, answer: RequestListener = (_request, response) => response.end(name)): Promise<Upstream> {
    const port = await freePort();
    const server = createServer((request, response) => {
      upstream.requests.push(request);
      answer(request, response);
    });
    const upstream = new Upstream(port, server);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return upstream;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}

/** The stack's nginx files as they stand, but for names that only its network knows. */
function stackFiles(listen: number, ports: Readonly<Record<string, number>>) {
  const upstreams = upstreamServers(upstreamsText).reduce((file, { host, port }) => {
    return file.replace(`${host}:${port}`, `127.0.0.1:${ports[host] ?? 1}`);
  }, upstreamsText);
  return { configuration, includes: { 'listen.conf': `listen 127.0.0.1:${listen};`, 'upstreams.conf': upstreams } };
}

function isFailureCode(code: string): code is FailureCode {
  return code in failureStatuses;
}

/** Starts nginx before services named like those of the stack. */
async function startStack(upstreams: Readonly<Record<string, Upstream>>): Promise<NginxServer> {
  const port = await freePort();
  const ports = Object.fromEntries(Object.entries(upstreams).map(([name, upstream]) => [name, upstream.port]));
  return NginxServer.start(stackFiles(port, ports), port);
}

/** A problem as our apps would answer it, but that it says the sentence for people. */
function problem(code: FailureCode, requestId: unknown = expect.any(String)) {
  const failure = createFailure(code);
  return { ...toProblem(failure, ''), detail: failure.userMessage, request_id: requestId };
}

describeWithProgram('nginx', 'nginx of the stack', () => {
  let stoppables: { stop: () => Promise<unknown> }[] = [];
  const started = <Stoppable extends { stop: () => Promise<unknown> }>(stoppable: Stoppable): Stoppable => {
    stoppables.push(stoppable);
    return stoppable;
  };

  afterEach(async () => {
    await Promise.all(stoppables.map((stoppable) => stoppable.stop()));
    stoppables = [];
  });

  it('is valid', async () => {
    expect(await NginxServer.check(stackFiles(await freePort(), {}))).toMatchObject({ valid: true });
  });

  describe('before services that answer', () => {
    let nginx: NginxServer;
    let agents: Upstream[];
    let api: Upstream;

    beforeEach(async () => {
      agents = [started(await Upstream.start('agent')), started(await Upstream.start('agent'))];
      api = started(await Upstream.start('api'));
      const [first, second] = agents;
      if (first === undefined || second === undefined) throw new Error('two agents were started');
      nginx = started(await startStack({ 'chat-agent-1': first, 'chat-agent-2': second, 'restaurant-api-1': api, 'restaurant-api-2': api }));
    });

    const arrived = () => [...agents, api].flatMap(({ requests }) => requests);

    it.each([
      ['/', 'agent'],
      ['/health', 'agent'],
      ['/chat', 'agent'],
      ['/chat/', 'agent'],
      ['/api/v1/chat', 'agent'],
      ['/api/v1/chat/stream/', 'agent'],
      ['/api/v1/clear-session', 'agent'],
      ['/api/v1', 'api'],
      ['/api/v1/restaurants/', 'api'],
      ['/api/v1/restaurants/chat', 'api'],
      ['/api/v1/admin/stats', 'api'],
    ])('leads %s to the %s', async (path, service) => {
      expect(await (await fetch(`${nginx.url}${path}`)).text()).toBe(service);
      expect(arrived()[0]?.url).toBe(path);
    });

    it.each(['/metrics', '/health/detailed', '/admin/circuit/api/reset', '/api/v1/metrics/'])('keeps %s inside', async (path) => {
      const response = await fetch(`${nginx.url}${path}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual(problem('not_found', response.headers.get('X-Request-ID')));
      expect(arrived()).toEqual([]);
    });

    it('passes a valid request ID on, and makes a UUID where there is none', async () => {
      for (const [given, expected] of [['abc.1:2_3-4', /^abc\.1:2_3-4$/], ['a b', uuid], ['x'.repeat(129), uuid], [undefined, uuid]] as const) {
        await fetch(nginx.url, { headers: given === undefined ? {} : { 'X-Request-ID': given } });
        expect(arrived().at(-1)?.headers['x-request-id']).toMatch(expected);
        agents.forEach(({ requests }) => requests.splice(0));
      }
    });

    it('tells the services the address of the caller, not what the caller claims', async () => {
      await fetch(nginx.url, { headers: { 'X-Forwarded-For': '203.0.113.7', 'X-Forwarded-Proto': 'https' } });
      const [request] = arrived();
      expect(request?.headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http', host: new URL(nginx.url).host });
    });

    it('lets the agents judge a body over their 64 KiB, and refuses one over 128 KiB itself', async () => {
      const post = (length: number) => fetch(`${nginx.url}/chat`, { method: 'POST', body: 'x'.repeat(length) });
      expect((await post(70_000)).status).toBe(200);
      const response = await post(140_000);
      expect(response.status).toBe(413);
      expect(await response.json()).toEqual(problem('body_too_large', response.headers.get('X-Request-ID')));
    });

    it.each([
      ['a method it does not take', 'TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 'method_not_allowed'],
      ['a header that is none', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 'bad_request'],
      ['an address without end', `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 'bad_request'],
    ] as const)('answers %s with a problem', async (_what, request, code) => {
      const socket = connect(nginx.port, '127.0.0.1');
      socket.on('connect', () => socket.write(request));
      const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
      expect(head).toContain(`HTTP/1.1 ${failureStatuses[code]} `);
      expect(head).toContain('Content-Type: application/problem+json; charset=utf-8');
      expect(JSON.parse(body)).toEqual(problem(code));
    });

    it('logs a request as one line of JSON, without its query', async () => {
      await fetch(`${nginx.url}/restaurants?phone=555`, { headers: { 'X-Request-ID': 'logged' } });
      const line = await eventually(async () => {
        const [first] = await nginx.accessLog();
        if (first === undefined) throw new Error('no line yet');
        return first;
      });
      expect(line).not.toContain('555');
      expect(JSON.parse(line)).toMatchObject({
        request_id: 'logged',
        method: 'GET',
        path: '/restaurants',
        status: 200,
        upstream: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
      });
    });
  });

  it('passes a stream on piece by piece', async () => {
    let sendRest: () => void = () => undefined;
    const agent = started(
      await Upstream.start('agent', (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.write('event: token\n\n');
        sendRest = () => response.end('event: done\n\n');
      }),
    );
    const nginx = started(await startStack({ 'chat-agent-1': agent, 'chat-agent-2': agent }));
    const { body } = await fetch(`${nginx.url}/chat/stream`, { method: 'POST', body: '{}' });
    const events: string[] = [];
    for await (const piece of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      events.push(piece);
      sendRest();
    }
    expect(events).toEqual(['event: token\n\n', 'event: done\n\n']);
  });

  it('goes on to the other agent where one refuses the connection, with a POST too', async () => {
    const agent = started(await Upstream.start('agent'));
    const nginx = started(await startStack({ 'chat-agent-2': agent }));
    for (let turn = 0; turn < 6; turn += 1) {
      const response = await fetch(`${nginx.url}/chat`, { method: 'POST', body: '{}' });
      expect(await response.text()).toBe('agent');
    }
  });

  it('never sends a POST twice, where a GET is tried again', async () => {
    const dying: RequestListener = (request) => request.socket.destroy();
    const agents = [started(await Upstream.start('a', dying)), started(await Upstream.start('b', dying))] as const;
    const nginx = started(await startStack({ 'chat-agent-1': agents[0], 'chat-agent-2': agents[1] }));
    const arrivals = () => agents.flatMap(({ requests }) => requests).length;

    const response = await fetch(`${nginx.url}/chat`, { method: 'POST', body: '{}', headers: { 'X-Request-ID': 'once' } });
    expect(response.status).toBe(502);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
    expect(response.headers.get('X-Request-ID')).toBe('once');
    expect(await response.json()).toEqual(problem('upstream_failed', 'once'));
    expect(arrivals()).toBe(1);

    expect((await fetch(`${nginx.url}/`)).status).toBe(502);
    expect(arrivals()).toBe(3);
  });

  it('sends an order with an Idempotency-Key to the next instance where one dies over it, and one without a key once', async () => {
    const dying = started(await Upstream.start('dying', (request) => request.socket.destroy()));
    const living = started(await Upstream.start('living'));
    const port = await freePort();
    const { includes } = stackFiles(port, {});
    const two = includes['upstreams.conf'].replace(/server 127\.0\.0\.1:\d+ max_fails=0;/, `server 127.0.0.1:${dying.port} max_fails=0; server 127.0.0.1:${living.port} max_fails=0;`);
    const nginx = started(await NginxServer.start({ configuration, includes: { ...includes, 'upstreams.conf': two } }, port));
    const order = (headers: Record<string, string>) => fetch(`${nginx.url}/api/v1/orders/`, { method: 'POST', body: '{"restaurant_name": "x"}', headers });

    for (let count = 0; count < 4; count += 1) {
      const response = await order({ 'Idempotency-Key': `key-${count}` });
      expect([response.status, await response.text()]).toEqual([200, 'living']);
    }
    expect(dying.requests.length).toBeGreaterThan(0);
    expect(living.requests.map(({ method, url, headers }) => [method, url, headers['content-length'], headers['idempotency-key']])).toEqual(
      [0, 1, 2, 3].map((count) => ['POST', '/api/v1/orders/', '24', `key-${count}`]),
    );

    const before = dying.requests.length + living.requests.length;
    const statuses = [(await order({})).status, (await order({})).status];
    expect(statuses.toSorted()).toEqual([200, 502]);
    expect(dying.requests.length + living.requests.length).toBe(before + 2);
  });

  it('says what is wrong where every instance dies over an order with a key', async () => {
    const api = started(await Upstream.start('dying', (request) => request.socket.destroy()));
    const nginx = started(await startStack({ 'restaurant-api-1': api, 'restaurant-api-2': api }));
    const response = await fetch(`${nginx.url}/api/v1/orders/`, { method: 'POST', body: '{}', headers: { 'Idempotency-Key': 'key', 'X-Request-ID': 'died' } });
    expect([response.status, await response.json()]).toEqual([502, problem('upstream_failed', 'died')]);
  });

  it('says in every problem what the apps would say', () => {
    const bodies = workspace.read(configuration).matchAll(/return (\d+) '(\{.*\})';/g);
    const problems = [...bodies].map(([, status, body = '']) => ({ status: Number(status), body: problemSchema.parse(JSON.parse(body)) }));
    expect(problems.map(({ body }) => body.code)).toEqual(expect.arrayContaining(['upstream_failed', 'upstream_timeout', 'internal_error']));
    for (const { status, body } of problems) {
      const { code } = body;
      if (!isFailureCode(code)) throw new Error(`${code} is no code of error-messages`);
      expect(body).toEqual(problem(code, '$effective_request_id'));
      expect(status).toBe(failureStatuses[code]);
    }
  });
});
