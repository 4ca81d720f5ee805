import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { taking } from './taking';

describe('taking', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each(["i'll take it", 'ok i want that', 'give me that one please'])('takes what was shown: %s', async (message) => {
    const list = { kind: 'dishes' as const, names: ['Dabeli from Swati Snacks', 'Pani Puri from Swati Snacks'], answer: true };
    expect(await stage.move(taking, message, {}, { list })).toContain('"items":[{"item_name":"Dabeli","quantity":1}]');
  });

  it('asks which of several is meant', async () => {
    const list = { kind: 'dishes' as const, names: ['Dabeli from Swati Snacks', 'Pani Puri from Swati Snacks'] };
    expect(await stage.move(taking, 'order that', {}, { list })).toContain('Which one?');
  });

  it.each(["i'll take it", '2 dosa'])('leaves to others: %s', async (message) => {
    expect(await stage.move(taking, message)).toBe('-');
  });
});
