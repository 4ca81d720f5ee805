import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { encode } from 'gpt-tokenizer';
import { FakeOpenAi } from '../../testing/fake-openai';
import { FakeRestaurantApi } from '../../testing/fake-restaurant-api';
import { Person, TestAgent } from '../../testing/test-agent';
import { toolbox } from '../../tools/toolbox';
import { FallbackChatModel } from '../fallback-chat-model';
import { LocalChatModel } from '../local/local-chat-model';
import { chatTools } from './chat-messages';
import { OpenAiChatModel } from './openai-chat-model';
import { SYSTEM_PROMPT } from './system-prompt';

/** Whoever waited for this would never end, in milliseconds. */
const LONGER_THAN_ANY_TEST = 120_000;

describe('OpenAiChatModel', () => {
  let api: FakeRestaurantApi;
  let openAi: FakeOpenAi;
  let agent: TestAgent;
  let person: Person;

  beforeAll(async () => {
    [api, openAi] = await Promise.all([FakeRestaurantApi.start(), FakeOpenAi.start()]);
    api.addAccount('alice', 'S3cret99');
  });

  // A new agent each time: a circuit that one test opens is none of the next one's business.
  beforeEach(async () => {
    agent = await startAgent(1_500);
    person = new Person(agent.url, randomUUID());
  });

  function startAgent(callTimeoutMs: number): Promise<TestAgent> {
    return TestAgent.start({
      apiUrl: api.url,
      model: (client, logger) => {
        const remote = new OpenAiChatModel({ apiKey: 'sk-secret-key-of-tests', baseUrl: openAi.baseUrl, model: 'fake', timeoutMs: 400, callTimeoutMs, retries: 1 });
        return new FallbackChatModel(remote, new LocalChatModel(client), logger);
      },
    });
  }

  afterEach(() => agent.stop());

  afterAll(async () => {
    await Promise.all([api.stop(), openAi.stop()]);
  });

  const lastRequest = () => {
    const request = openAi.received.at(-1);
    if (request === undefined) throw new Error('nothing was received');
    return request;
  };

  it('answers with what the model says', async () => {
    openAi.plan({ say: 'Hello! What would you like to eat?' });
    expect((await person.say('hi there')).response).toBe('Hello! What would you like to eat?');
    expect(lastRequest().messages.map(({ role }) => role)).toEqual(['system', 'user', 'system']);
  });

  it('streams the words as they come', async () => {
    openAi.plan({ say: 'One two three' });
    const events = await (await person.post('/chat/stream', { user_id: person.userId, message: 'count' })).text();
    expect(events.match(/event: token/g)).toHaveLength(3);
    expect(events).toMatch(/event: done\ndata: .*"response":"One two three"/);
  });

  it('runs the tools it calls, several at once, and gives it their results', async () => {
    openAi.plan({ call: [['get_menu', '{"restaurant_name":"Thepla House"}'], ['search_restaurants_by_item', '{"item_name":"dosa"}']] }, { say: 'Here you are.' });
    expect((await person.say('menu of thepla house and who has dosa')).response).toBe('Here you are.');
    const results = lastRequest().messages.filter(({ role }) => role === 'tool');
    expect(results.map(({ tool_call_id }) => tool_call_id)).toEqual(['call_0_get_menu', 'call_1_search_restaurants_by_item']);
    expect(results[0]?.content).toContain('Methi Thepla');
  });

  it('takes an order to its end', async () => {
    openAi.plan({ call: [['login_user', '{}']] }, { say: 'Welcome.' });
    await person.say('login alice S3cret99');
    openAi.plan({ call: [['add_to_order', '{"restaurant_name":"Thepla House","items":[{"item_name":"Masala Thepla","quantity":2}]}']] }, { call: [['prepare_order_for_confirmation', '{}']] }, { say: 'Shall I?' });
    expect((await person.say('two masala thepla')).response).toContain('Total: ₹126');
    openAi.plan({ call: [['place_order', '{}']] }, { say: 'Placed!' });
    await person.say('yes');
    expect(api.orders).toHaveLength(1);
    expect(JSON.stringify(openAi.received)).not.toContain('S3cret99');
  });

  it.each([
    ['429 and then answers', [{ status: 429, headers: { 'retry-after': '0' } }, { say: 'Finally.' }], 'Finally.'],
    ['500 and then answers', [{ status: 500, headers: { 'retry-after-ms': '1' } }, { say: 'Finally.' }], 'Finally.'],
    ['429 for good', [{ status: 429, headers: { 'retry-after-ms': '1' } }], 'Thepla House'],
    ['500 for good', [{ status: 500, headers: { 'retry-after-ms': '1' } }], 'Thepla House'],
    ['429 for longer than anybody waits', [{ status: 429, headers: { 'retry-after': '30' } }], 'Thepla House'],
    ['429 until a date far away', [{ status: 429, headers: { 'retry-after': 'Fri, 31 Dec 2100 23:59:59 GMT' } }], 'Thepla House'],
    ['503 for longer than anybody waits', [{ status: 503, headers: { 'retry-after-ms': '30000' } }], 'Thepla House'],
    ['401', [{ status: 401 }], 'Thepla House'],
    ['nothing', [{ hang: true }], 'Thepla House'],
    ['half a sentence', [{ cut: 'We have ' }], 'Thepla House'],
    ['no events', [{ garbage: '<html>' }], 'Thepla House'],
    ['events that are no JSON', [{ garbage: 'data: {"choices": [\n\n' }], 'Thepla House'],
    ['events of another shape', [{ garbage: 'data: {"choices": 7}\n\ndata: [DONE]\n\n' }], 'Thepla House'],
    ['an empty reply', [{ say: '' }], 'Thepla House'],
  ] as const)('%s: the person has an answer and is told of no plumbing', async (_name, steps, expected) => {
    openAi.plan(...steps);
    const { response } = await person.say('show me gujarati places');
    expect(response).toContain(expected);
    expect(response).not.toMatch(/openai|model|error|secret|⚙️|⏱️/i);
    expect(agent.logLines.join('')).not.toContain('sk-secret-key-of-tests');
  });

  it('hands a turn over in its middle, with what the tools have found', async () => {
    openAi.plan({ call: [['add_to_order', '{"restaurant_name":"Thepla House","items":[{"item_name":"Masala Thepla","quantity":2}]}']] }, { status: 401 });
    expect((await person.say('two masala thepla from thepla house')).response).toContain('Total: ₹126');
    openAi.plan({ say: 'Welcome back.' });
    expect((await person.say('hello')).response).toBe('Welcome back.');
  });

  it('stops asking a model that keeps failing', async () => {
    openAi.plan({ status: 401 });
    for (let turn = 0; turn < 8; turn += 1) expect((await person.say('show restaurants')).response).toContain('Swati Snacks');
    expect(openAi.received.length).toBeLessThan(8);
  });

  it('goes on asking a model that turns down what one person says', async () => {
    openAi.plan({ status: 400 });
    for (let turn = 0; turn < 8; turn += 1) expect((await person.say('show restaurants')).response).toContain('Swati Snacks');
    openAi.plan({ say: 'Welcome.' });
    expect((await new Person(agent.url, randomUUID()).say('hello')).response).toBe('Welcome.');
  });

  it.each([
    ['arguments that are no JSON', '{"restaurant_name": "Thep', 'invalid_arguments'],
    ['arguments that do not fit', '{"restaurant":"Thepla House"}', 'invalid_arguments'],
    ['a restaurant that is not there', '{"restaurant_name":"Pizza Palace"}', 'not_found'],
  ])('tells the model about %s', async (_name, text, code) => {
    openAi.plan({ call: [['get_menu', text]] }, { say: 'Sorry about that.' });
    await person.say('menu please');
    expect(lastRequest().messages.findLast(({ role }) => role === 'tool')?.content).toContain(code);
  });

  it.each(['', 'We have '])('does not wait for the whole of its time where the server falls silent after "%s"', async (words) => {
    await agent.stop();
    agent = await startAgent(LONGER_THAN_ANY_TEST);
    openAi.plan({ stall: words });
    expect((await new Person(agent.url, randomUUID()).say('show me gujarati places')).response).toContain('Thepla House');
  });

  it('sends no history whose arguments are no JSON, which servers refuse', async () => {
    openAi.plan({ call: [['get_menu', '{"restaurant_name": "Thep']] }, { say: 'Sorry about that.' });
    await person.say('menu please');
    expect(JSON.stringify(lastRequest().messages)).toContain('"arguments":"{}"');
  });

  it.each([
    ['an ID that is longer than servers take', ['get_menu', '{"restaurant_name":"Thepla House"}', `chatcmpl-tool-${'a'.repeat(40)}`]],
    ['a name of signs that servers refuse', ['multi_tool_use.parallel', '{"tool_uses":[]}']],
    ['a name without end', ['x'.repeat(200), '{}']],
    ['arguments that are no object', ['show_order', '[1, 2]']],
  ] as const)('goes on with the conversation after a call with %s', async (_what, call) => {
    openAi.plan({ call: [call, ['show_order', '{}']] }, { say: 'There.' });
    await person.say('menu please');
    openAi.plan({ say: 'Still with you.' });
    expect((await person.say('and now?')).response).toBe('Still with you.');
    expect(openAi.refused).toEqual([]);
  });

  it('goes on with a conversation in which the local model has called tools', async () => {
    openAi.plan({ status: 401 });
    await person.say('menu of thepla house');
    openAi.plan({ say: 'Back again.' });
    expect((await person.say('and now?')).response).toBe('Back again.');
    expect(openAi.refused).toEqual([]);
    const { messages } = lastRequest();
    expect(messages.find(({ role }) => role === 'tool')?.tool_call_id).toBe(messages.flatMap(({ tool_calls = [] }) => tool_calls).at(0)?.id);
  });

  it('holds to the limit of tokens where the server counts none', async () => {
    openAi.plan({ call: [['get_menu', '{"restaurant_name":"Kebabalab"}']], countsNothing: true });
    expect((await person.say('hi')).response).toContain('smaller steps');
    expect(openAi.received.length).toBeLessThan(10);
  });

  it('tells the model that a tool does not exist', async () => {
    openAi.plan({ call: [['give_discount', '{}']] }, { say: 'I cannot do that.' });
    await person.say('discount please');
    expect(lastRequest().messages.findLast(({ role }) => role === 'tool')?.content).toContain('unknown_tool');
  });

  it('ends an endless loop of tools, and one that costs too many tokens', async () => {
    openAi.plan({ call: [['show_order', '{}']] });
    expect((await person.say('hi')).response).toContain('smaller steps');
    expect(openAi.received).toHaveLength(10);
    openAi.plan({ call: [['show_order', '{}']], tokens: 9_000 });
    await person.say('hi');
    expect(openAi.received).toHaveLength(3);
    openAi.plan({ say: 'Still here.' });
    expect((await person.say('hi')).response).toBe('Still here.');
  });

  it('begins every conversation with the same prompt and tools, of less than 4,000 tokens', async () => {
    openAi.plan({ say: 'Hello.' });
    await person.say('hi');
    const first = lastRequest();
    await new Person(agent.url, randomUUID()).say('menu of thepla house');
    expect([lastRequest().messages[0], lastRequest().tools]).toEqual([first.messages[0], first.tools]);
    expect(encode(SYSTEM_PROMPT + JSON.stringify(chatTools([...toolbox.values()]))).length).toBeLessThan(4_000);
    expect(first.tools).toHaveLength(toolbox.size);
  });
});
