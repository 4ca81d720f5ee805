import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { service } from './service';

describe('service', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['can i pay by card', 'no payments'],
    ['do you deliver', 'Our restaurants deliver'],
    ['does agashiye deliver', 'does not deliver'],
    ['where is it located', 'get_all_restaurants'],
    ['can i book a table', 'cannot book'],
    ['minimum order at swati snacks', 'has no minimum order'],
    ['are you a bot', 'program'],
    ['is the food fresh', 'will not guess'],
    ['tell me a joke', 'food'],
  ])('answers: %s', async (message, move) => {
    expect(await stage.move(service, message)).toContain(move);
  });

  it.each(['2 idli for tomorrow', 'show restaurants'])('leaves to others: %s', async (message) => {
    expect(await stage.move(service, message)).toBe('-');
  });
});
