import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compileMenu } from './menu/compile-menu';
import { menuSchema } from './menu/menu-schema';
import { parseOrder } from './parse-order';

const menu = compileMenu(menuSchema.parse(JSON.parse(readFileSync(new URL('../fixtures/coffee.menu.json', import.meta.url), 'utf8'))));

function linesOf(text: string): string[] {
  return parseOrder(menu, text).items.map(({ quantity, itemId, options }) => `${String(quantity)} ${itemId ?? ''} ${options.map(({ choiceId }) => choiceId ?? '').join(' ')}`.trim());
}

describe('parts told without numbers', () => {
  it('are as many as were counted', () => {
    expect(linesOf('three lattes: small with oat milk, large with soy milk, large')).toEqual(linesOf('three lattes: one small with oat milk, one large with soy milk, one large'));
  });

  it('are none where there are fewer of them', () => {
    expect(linesOf('three lattes, large, oat milk')).toHaveLength(1);
  });
});
