import { describe, expect, it } from '@jest/globals';
import type { ChatResponse, Quote } from '@foodie-express/contracts';
import { orderOf, quoteFor, thePlan } from './fixtures';
import { orderFaults } from './orders';
import { conversationOf, faultOf, FEWEST_TURNS, type Turn } from './turns';

function turn(name: string): Turn {
  const found = conversationOf(10).find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no turn ${name}`);
  return found;
}

function reply(response: string, pending?: Quote): ChatResponse {
  return { response, request_id: 'r', session_token: 's', ...(pending !== undefined && { pending_order: pending }) };
}

describe('a conversation', () => {
  it.each([6, 7, 10, 25])('of %d turns places one order', (count) => {
    const names = conversationOf(count).map(({ name }) => name);
    expect(names).toHaveLength(count);
    for (const essential of ['order', 'correct', 'register', 'confirm', 'my orders']) expect(names).toContain(essential);
    expect(names.filter((name) => name === 'confirm')).toHaveLength(1);
    expect(FEWEST_TURNS).toBe(6);
  });
});

describe('a reply', () => {
  it.each([
    ['order', reply('Your order from Thepla House:\n1. 3 × Masala Thepla: ₹180', quoteFor('Masala Thepla', 3))],
    ['correct', reply('Your order from Thepla House:\n1. 2 × Masala Thepla: ₹120', quoteFor('Masala Thepla', 2))],
    ['confirm', reply('✅ Your order is placed! Thepla House, ₹120.')],
    ['my orders', reply('1. Thepla House: 2 × Masala Thepla, ₹120 (placed)')],
  ])('about the own order is right: %s', (name, given) => {
    expect(faultOf(turn(name), thePlan(), given)).toBeUndefined();
  });

  it.each([
    ['the dish of somebody else', 'order', reply('Thepla House', quoteFor('Plain Thepla', 3)), /waits for a yes to 3 x Plain Thepla/],
    ['the number of somebody else', 'correct', reply('Thepla House', quoteFor('Masala Thepla', 4)), /4 x Masala Thepla/],
    ['another price', 'correct', reply('Thepla House', { ...quoteFor('Masala Thepla', 2), total_price: 1 }), /for 1,/],
    ['a second line', 'correct', reply('Thepla House', { ...quoteFor('Masala Thepla', 2), lines: [...quoteFor('Masala Thepla', 2).lines, ...quoteFor('Dabeli', 1).lines] }), /Dabeli/],
    ['no order', 'order', reply('Which dish at Thepla House?'), /asks for no yes/],
    ['an order of somebody else beside the own', 'my orders', reply('Thepla House: 2 × Masala Thepla\n2. Thepla House: 9 × Dabeli'), /speaks of "9 × Dabeli"/],
    ['something else', 'confirm', reply('Sorry, I did not understand that.'), /does not say "Your order is placed"/],
    ['a placed order that still waits', 'confirm', reply('Your order is placed! Thepla House', quoteFor('Masala Thepla', 2)), /still waits/],
  ])('with %s is a fault', (_, name, given, fault) => {
    expect(faultOf(turn(name), thePlan(), given)).toMatch(fault);
  });
});

describe('orders', () => {
  it.each([
    ['exactly the wanted one', [orderOf('asha', 'Masala Thepla', 2)], []],
    ['none', [], [/^asha: wanted 2 x Masala Thepla from Thepla House for 120; the API has no order$/]],
    ['one twice', [orderOf('asha', 'Masala Thepla', 2), orderOf('asha', 'Masala Thepla', 2)], [/the API has 2 x .*; 2 x /]],
    ['the first thought', [orderOf('asha', 'Masala Thepla', 3)], [/the API has 3 x/]],
  ])('of one person: %s', async (_, orders, faults) => {
    const found = await orderFaults({ ordersOf: () => Promise.resolve(orders) }, [thePlan()], new AbortController().signal);
    expect(found).toEqual(faults.map((fault) => expect.stringMatching(fault) as unknown));
  });
});
