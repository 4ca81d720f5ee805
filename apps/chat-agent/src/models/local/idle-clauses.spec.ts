import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../testing/intent-stage';
import type { Catalogue } from './catalogue/catalogue';
import { isIdle } from './idle-clauses';
import { messageParts } from './message-parts';

describe('isIdle', () => {
  let stage: IntentStage;
  let catalogue: Catalogue;

  beforeAll(async () => {
    stage = await IntentStage.start();
    ({ catalogue } = await stage.dialogue(''));
  });

  afterAll(() => stage.stop());

  it.each([
    'Brilliant.', 'Oh', 'thank you so much', 'because I like an early breakfast', 'this is a shared computer', "raw onion doesn't agree with me", 'I mixed up the lists', 'that is too much sugar',
    'but I am a bit scared of spicy food', "that's what I meant to say", 'that one is for me', 'my friend is cooking', 'if there is onion i sue u', 'so i am speaking this', "I've never used this before", 'One more', 'What a pity',
  ])('asks for nothing: %s', (clause) => {
    expect(isIdle(clause, catalogue)).toBe(true);
  });

  it.each([
    '2 dosas', 'one of each', 'make it 3', 'well done', 'yes', 'no', "I'd like the dosa", "i'll take the second", 'my wife will have a dosa', 'we want thalis', 'the first', 'the plain one', 'that is 2 dosas and an idli', 'I am vegetarian',
    'we are six people', 'I am having the pav bhaji', 'that with olives', 'extra crispy', 'cancel my order', 'my usual', 'dosa', 'I am allergic to nuts', 'the cheaper one', 'is it open', 'from swati',
  ])('asks for something: %s', (clause) => {
    expect(isIdle(clause, catalogue)).toBe(false);
  });

  it.each([
    ['Please log me out again, this is a shared computer.', { questions: [], rest: 'Please log me out again.' }],
    ["Oh, raw onion doesn't agree with me, so take that one off the list, please.", { questions: [], rest: 'so take that one off the list.' }],
    ['Brilliant. Twelve masala dosas and ten plates of idli, please.', { questions: [], rest: 'Twelve masala dosas and ten plates of idli.' }],
    ['One more: when does Sankalp open, because I like an early breakfast?', { questions: ['when does Sankalp open?'], rest: '' }],
    ['1 pizza, large, NO onion. if there is onion i sue u', { questions: [], rest: '1 pizza, large, NO onion.' }],
    ['hi can i have a dosa from sankalp i am driving so i am speaking this', { questions: [], rest: 'hi can i have a dosa from sankalp' }],
    ['2 dosas, well done', undefined],
  ])('leaves of "%s": %j', (message, parts) => {
    const found = messageParts(message, (clause) => isIdle(clause, catalogue));
    expect(found === undefined ? undefined : { questions: found.questions, rest: found.rest }).toEqual(parts);
  });
});
