import { describe, expect, it } from '@jest/globals';
import { parseCommand } from './command';

describe('parseCommand', () => {
  it.each([
    ['two masala theplas', { kind: 'message', text: 'two masala theplas' }],
    ['  hi  ', { kind: 'message', text: 'hi' }],
    ['', { kind: 'nothing' }],
    ['/login alice', { kind: 'login', username: 'alice' }],
    ['login alice', { kind: 'login', username: 'alice' }],
    ['Log me in as alice', { kind: 'login', username: 'alice' }],
    ['login please', { kind: 'message', text: 'login please' }],
    ['login alice Secret99', { kind: 'message', text: 'login alice Secret99' }],
    ['/register alice alice@example.com', { kind: 'register', username: 'alice', email: 'alice@example.com' }],
    ['/LOGIN', { kind: 'mistake', hint: '/login NAME (the password is asked for)' }],
    ['/login alice Secret99', { kind: 'mistake', hint: '/login NAME (the password is asked for)' }],
    ['/register alice', { kind: 'mistake', hint: '/register NAME EMAIL (the password is asked for)' }],
    ['/order', { kind: 'order' }],
    ['/clear', { kind: 'clear' }],
    ['/help', { kind: 'help' }],
    ['/quit', { kind: 'quit' }],
    ['/exit', { kind: 'quit' }],
    ['/dance', { kind: 'mistake', hint: 'there is no /dance; /help lists what there is' }],
  ])('reads %j', (line, expected) => {
    expect(parseCommand(line)).toEqual(expected);
  });
});
