import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrderLineFact } from '../../../chat-model';
import { IntentStage } from '../../../../testing/intent-stage';
import { setting } from './setting';

const line = (itemId: string, itemName: string, quantity: number): OrderLineFact => ({ itemId, itemName, quantity, options: [] });
const order = { restaurantName: 'Sankalp Restaurant', lines: [line('masala_dosa', 'Masala Dosa', 3), line('idli_sambar', 'Idli Sambar', 1)] };

describe('setting', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each(['only the idli', 'no dosa, idli 2', 'just 2 dosa in total', 'i said 1 dosa', 'dosa 1 only', 'there should be 2 dosa', 'make the dosa 2 and idli 4', 'one dosa without onion', 'i never ordered idli'])('changes what stands: %s', async (text) => {
    expect(await stage.move(setting, text, { order })).toContain('change_order');
  });

  it.each(['2 dosa', 'one more dosa', 'and 2 idli', 'is it only 3 dosa?', 'no onion', 'my son only eats dosa', 'i have only one hour', 'remove the idli', 'the dosa is for my son', 'yes'])('leaves the rest to others: %s', async (text) => {
    expect(await stage.move(setting, text, { order })).toBe('-');
  });
});
