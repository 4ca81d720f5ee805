import { chatRequestSchema, itemSearchQuerySchema, orderInputSchema, pageQuerySchema, registrationSchema } from '@foodie-express/contracts';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ValidationError } from './app-error';
import { fieldErrors } from './field-errors';
import { type InputSchema, parseInput } from './parse-input';

function errorsOf(schema: InputSchema<unknown>, input: unknown): Record<string, string> {
  try {
    parseInput(schema, input);
  } catch (error) {
    if (error instanceof ValidationError) return Object.fromEntries((error.failure.errors ?? []).map(({ path, message }) => [path, message]));
    throw error;
  }
  return {};
}

const order = { restaurant_name: 'Thepla House', items: [{ item_name: 'Masala Thepla', quantity: 2 }] };

describe('parseInput', () => {
  it('gives what the schema makes of the input', () => {
    expect(parseInput(orderInputSchema, order)).toEqual(order);
  });

  it('names each field of a body, what it should be and what stood there', () => {
    const item = { item_name: 7, quantity: 101, nots: 'x', price: -1 };
    const errors = errorsOf(orderInputSchema, { items: [item, null], restaurant_name: '' });
    expect(errors).toMatchObject({
      restaurant_name: expect.stringContaining('got ""'),
      'items.0.item_name': 'should be text, got 7',
      'items.0.quantity': 'should be at most 100, got 101',
      'items.0.price': 'should be at least 0, got -1',
      'items.0.nots': 'is not a known field',
      'items.1': 'should be an object, got null',
    });
  });

  it.each([
    [[], 'should be an object, got a list of 0 entries'],
    [undefined, 'should be an object'],
    ['text', 'should be an object, got "text"'],
  ])('says what is wrong with %j as a whole', (input, message) => {
    expect(errorsOf(orderInputSchema, input)).toEqual({ '': message });
  });

  it.each([
    [z.int(), 1.5, 'should be a whole number, got 1.5'],
    [z.string(), undefined, 'should be text, got nothing'],
    [z.string().min(1), '', 'should not be empty, got ""'],
    [z.string().min(2), 'a', 'should have at least 2 characters, got "a"'],
    [z.coerce.number(), 'abc', 'should be a number, got "abc"'],
    [z.number().gt(3), 3, 'should be more than 3, got 3'],
    [z.number().multipleOf(5), 3, 'should be a multiple of 5, got 3'],
    [z.string().length(3), 'a', 'should have exactly 3 characters, got "a"'],
    [z.email(), 'a', 'should be an email address, got "a"'],
    [z.iso.datetime(), 'a', 'should be a time in UTC such as 2026-03-01T10:00:00Z, got "a"'],
    [z.string().startsWith('x'), 'a', 'should begin with "x", got "a"'],
    [z.string().regex(/^b$/), 'a', 'is not written as it should be, got "a"'],
    [z.string().regex(/^b$/, 'should be b'), 'a', 'should be b, got "a"'],
    [z.enum(['a', 'b']), 'c', 'should be one of a, b, got "c"'],
    [z.literal(5), 6, 'should be 5, got 6'],
    [z.union([z.string(), z.number()]), true, 'should be text or a number, got true'],
    [z.array(z.string()).max(1), ['a', 'b'], 'should have at most 1 entry, got a list of 2 entries'],
    [z.boolean(), 'x'.repeat(100), `should be true or false, got "${'x'.repeat(39)}…"`],
    [z.string().refine(() => false, 'is taken'), 'a', 'is taken, got "a"'],
  ])('%#: says what %j', (schema, value, message) => {
    expect(errorsOf(z.object({ field: schema }), { field: value })).toEqual({ field: message });
  });

  it.each([
    [itemSearchQuerySchema, { item_name: '' }, { path: 'item_name', message: 'should not be empty, got ""' }],
    [pageQuerySchema, { skip: '1e30' }, { path: 'skip', message: 'should be at most 100000, got "1e30"' }],
    [registrationSchema, { username: 'anna', email: 'a@b.de', password: '' }, { path: 'password', message: 'should be 8 to 128 characters with a letter and a digit' }],
  ])('%#: says one thing of a field with one fault', (schema: InputSchema<unknown>, input, error) => {
    const result = schema.safeParse(input);
    expect(result.success ? [] : fieldErrors(result.error.issues, input)).toEqual([error]);
  });

  it('never repeats a password', () => {
    const errors = errorsOf(registrationSchema, { username: 'a', email: 'b', password: 'hunter2' });
    expect(Object.keys(errors)).toEqual(['username', 'email', 'password']);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
  });

  it('keeps to 20 fields and short names, whatever the body', () => {
    const hostile = Object.fromEntries(Array.from({ length: 1_000 }, (_, number) => [`${number}${'k'.repeat(10_000)}`, 1]));
    const error = (() => {
      try {
        parseInput(chatRequestSchema, { user_id: 'u', message: 'm', ...hostile });
      } catch (thrown) {
        return thrown;
      }
      return undefined;
    })();
    if (!(error instanceof ValidationError)) throw new Error('a ValidationError was expected');
    expect(error.failure.errors).toHaveLength(20);
    expect(JSON.stringify(error.failure).length).toBeLessThan(5_000);
  });

  it('sums up the fields in the sentence for the person', () => {
    const errors = ['a', 'b', 'c', 'd'].map((path) => ({ path, message: 'should be text' }));
    expect(new ValidationError(errors).failure.userMessage).toBe('❌ a should be text; b should be text; c should be text; and 1 more');
  });
});
