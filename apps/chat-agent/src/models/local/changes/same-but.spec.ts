import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../testing/intent-stage';
import { changing } from '../intents/orders/changing';

const KEBAB = {
  order: {
    restaurantName: 'Kebabalab',
    lines: [
      { itemId: 'chips', itemName: 'Chips', quantity: 1, options: [{ group_id: 'size', choice_id: 'small' }] },
      { itemId: 'kebab', itemName: 'Kebab', quantity: 1, options: [{ group_id: 'size', choice_id: 'small' }, { group_id: 'meat', choice_id: 'lamb' }, { group_id: 'sauces', choice_id: 'garlic' }] },
    ],
  },
};

describe('the same but otherwise', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['same but chicken', /"choice":"chicken"/],
    ['another one but large', /"choice":"large"/],
    ['the same but well done', /"notes":"well done/],
    ['one more like the second but chicken instead of lamb', /"choice":"chicken"/],
  ])('is one more: %s', async (message, made) => {
    const move = await stage.move(changing, message, KEBAB);
    expect(move.match(/"item_name":"kebab"/g)).toHaveLength(2);
    expect(move).toMatch(made);
  });

  it.each(['same but sushi', 'same as before but cheaper'])('is left to others: %s', async (message) => {
    expect((await stage.move(changing, message, KEBAB)).match(/"item_name":"kebab"/g)?.length).not.toBe(2);
  });
});
