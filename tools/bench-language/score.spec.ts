import { describe, expect, it } from '@jest/globals';
import { Score } from './score';
import { table } from './table';
import { Timing } from './timing';

const burger = { item_id: 'burger', quantity: 2, options: [{ group_id: 'g', choice_id: 'ham' }, { group_id: 'g', choice_id: 'egg', negated: true }] };
const reordered = { item_id: 'burger', quantity: 2, options: [{ group_id: 'g', choice_id: 'egg', negated: true }, { group_id: 'g', choice_id: 'ham', count: 1 }] };

describe('a score', () => {
  it('counts an order as exact whatever the order of lines and options', () => {
    const score = new Score();
    expect(score.add([burger, { item_id: 'tea', quantity: 1 }], [{ item_id: 'tea' }, reordered])).toBe(true);
    expect(score.itemF1).toBe(1);
  });

  it('counts a wrong quantity, option or line', () => {
    const score = new Score();
    expect(score.add([burger], [{ ...burger, quantity: 1 }])).toBe(false);
    expect(score.add([burger], [{ ...burger, options: [] }])).toBe(false);
    expect(score.add([burger], [burger, burger])).toBe(false);
    expect({ exact: score.exact, sentences: score.sentences }).toEqual({ exact: 0, sentences: 3 });
    expect(score.itemF1).toBeCloseTo((2 * 1) / (3 + 4));
  });
});

it('answers quantiles of what it measured', () => {
  const timing = new Timing();
  expect(timing.quantile(0.5)).toBe(0);
  expect(timing.measure(() => 7)).toBe(7);
  expect(timing.quantile(0.99)).toBeGreaterThanOrEqual(0);
});

it('sets a table', () => {
  expect(table(['menu', 'n'], [['a', '10']])).toBe('menu   n\n----  --\na     10');
});
