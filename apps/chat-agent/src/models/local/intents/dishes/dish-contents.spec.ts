import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOSAS, IntentStage } from '../../../../testing/intent-stage';
import { dishContents } from './dish-contents';

describe('dishContents', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['what comes in the snack pack', 'Chips under grilled meat'],
    ['how many pieces in a pani puri', 'Six crisp shells'],
    ['how big is a can of coke', '375 ml'],
    ['is there dairy in cold coffee', 'So it names milk'],
    ['difference between masala and methi thepla at thepla house', 'Fenugreek'],
  ])('tells: %s', async (message, text) => {
    expect(await stage.move(dishContents, message)).toContain(text);
  });

  it('means what is ordered, and that a kitchen can only be asked', async () => {
    expect(await stage.move(dishContents, 'wait, what comes in it?', DOSAS)).toContain('Crisp rice crepe');
    expect(await stage.move(dishContents, 'can they make it without', DOSAS)).toContain('cannot promise');
  });

  it.each(['2 dosa without onion', 'what is in my order', 'how much is extra cheese on a pizza'])('leaves to others: %s', async (message) => {
    expect(await stage.move(dishContents, message)).toBe('-');
  });
});
