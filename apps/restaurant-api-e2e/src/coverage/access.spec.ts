import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { access, roles } from './access-table';
import { World } from './world';

describe('access', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.stop());

  it('is said of every call that is documented, and of no other', () => {
    expect(Object.keys(access).toSorted()).toEqual(world.api.document.operations.map(({ name }) => name).toSorted());
  });

  it.each(Object.entries(access))('to %s is as the table says', async (name, { call, answers }) => {
    const answered: Record<string, number> = {};
    for (const role of roles) {
      const { status } = await call(world[role], world);
      answered[role] = status;
    }
    expect(answered).toEqual(Object.fromEntries(roles.map((role, index) => [role, answers[index]])));
    const operation = world.api.document.operations.find((candidate) => candidate.name === name);
    expect(operation?.needsLogin).toBe(answers[0] === 401);
  });
});
