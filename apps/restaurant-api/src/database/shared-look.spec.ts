import { describe, expect, it } from '@jest/globals';
import { SharedLook } from './shared-look';

/** A database whose answers come when the test says so. */
class Database {
  value = 0;
  readonly looks: { resolve: () => void; reject: (error: Error) => void }[] = [];

  readonly look = (): Promise<number> => {
    const seen = this.value;
    return new Promise((resolve, reject) => {
      this.looks.push({ resolve: () => { resolve(seen); }, reject });
    });
  };

  async answer(index: number): Promise<void> {
    this.looks[index]?.resolve();
    await settled();
  }
}

/** After everything that promises have to do. */
function settled(): Promise<void> {
  return new Promise((resolve) => { setImmediate(resolve); });
}

describe('SharedLook', () => {
  it('looks once for all who come while a look is on its way, and only after they came', async () => {
    const database = new Database();
    const shared = new SharedLook(database.look);
    const first = shared.ask();
    database.value = 1;
    const later = Array.from({ length: 50 }, () => shared.ask());
    expect(database.looks).toHaveLength(1);
    await database.answer(0);
    expect(database.looks).toHaveLength(2);
    await database.answer(1);
    await expect(first).resolves.toBe(0);
    expect(new Set(await Promise.all(later))).toEqual(new Set([1]));
  });

  it('never tells one who comes during the second look what that look saw', async () => {
    const database = new Database();
    const shared = new SharedLook(database.look);
    const asked = [shared.ask(), shared.ask()];
    await database.answer(0);
    database.value = 1;
    asked.push(shared.ask());
    await database.answer(1);
    await database.answer(2);
    await expect(Promise.all(asked)).resolves.toEqual([0, 0, 1]);
  });

  it('tells a failure to who asked for that look, and looks again for the others', async () => {
    const database = new Database();
    const shared = new SharedLook(database.look);
    const failing = expect(shared.ask()).rejects.toThrow('lost');
    const waiting = shared.ask();
    database.looks[0]?.reject(new Error('lost'));
    await failing;
    await settled();
    await database.answer(1);
    await expect(waiting).resolves.toBe(0);
    const last = shared.ask();
    await database.answer(2);
    await expect(last).resolves.toBe(0);
  });
});
