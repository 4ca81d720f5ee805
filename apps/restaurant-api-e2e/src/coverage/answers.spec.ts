import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppProcess, freePort } from '@foodie-express/testing';
import { ApiUnderTest } from '../api-under-test';
import { Person } from '../person';
import { access } from './access-table';
import { genericAnswers, type Stage } from './generic-answers';
import { particularAnswers } from './particular-answers';
import { World } from './world';

describe('every documented answer', () => {
  let stage: Stage;
  let limited: ApiUnderTest;
  let away: AppProcess;
  beforeAll(async () => {
    const world = await World.start();
    limited = await ApiUnderTest.start({ RATE_LIMIT: '1' });
    const limitedAdmin = await limited.admin();
    away = await AppProcess.start('restaurant-api', { MONGODB_URI: `mongodb://127.0.0.1:${await freePort()}/away`, JWT_SECRET: 'x'.repeat(32) });
    const withoutDatabase = new Person({ url: away.url, document: world.api.document });
    stage = { world, withoutDatabase, limitedAdmin, limitedAnonymous: limited.anonymous };
  });
  afterAll(() => Promise.all([stage.world.stop(), limited.stop(), away.stop()]));

  // The table of access holds every call: a spec beside it sees to that.
  it.each(Object.keys(access))('of %s comes, and is as documented', async (name) => {
    const operation = stage.world.api.document.operations.find((candidate) => candidate.name === name);
    if (operation === undefined) throw new Error(`${name} is not documented`);
    const documented = Object.keys(operation.responses).filter((status) => status !== 'default').map(Number);
    const answered: number[] = [];
    for (const status of documented) {
      const provoke = particularAnswers[name]?.[status] ?? genericAnswers[status];
      if (provoke !== undefined) answered.push((await provoke(stage, operation)).status);
    }
    expect(answered).toEqual(documented);
  });

  it('is brought about on purpose, and nothing else is', () => {
    const documented = new Set(stage.world.api.document.answers);
    const provoked = Object.entries(particularAnswers).flatMap(([name, answers]) => Object.keys(answers).map((status) => `${name} ${status}`));
    expect(provoked.filter((answer) => !documented.has(answer))).toEqual([]);
  });
});
