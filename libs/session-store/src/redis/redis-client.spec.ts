import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithProgram, RedisServer } from '@foodie-express/testing';
import { redisClient } from './redis-client';

describeWithProgram('redis-server', 'the client', () => {
  let server: RedisServer;

  beforeAll(async () => {
    server = await RedisServer.start();
  });

  afterAll(() => server.stop());

  it('sends in one write what is asked at once', async () => {
    const client = redisClient({ host: '127.0.0.1', port: server.port, db: 0 });
    await client.connect();
    try {
      const answers = [client.set('dish', 'thepla'), client.get('dish')];
      await Promise.resolve();
      answers.push(client.del('dish').then(String));
      expect(client.stream.writableCorked).toBe(1);
      expect(await Promise.all(answers)).toEqual(['OK', 'thepla', '1']);
      expect(client.stream.writableCorked).toBe(0);
    } finally {
      client.disconnect();
    }
  });
});
