import { numberProperty, property, textProperty } from './unknown-error';

/** The kinds of values as people call them; the keys are zod's. */
const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  bigint: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  date: 'a date',
  null: 'null',
};

const formats: Readonly<Record<string, string>> = {
  email: 'an email address',
  url: 'a URL',
  uuid: 'a UUID',
  datetime: 'a time in UTC such as 2026-03-01T10:00:00Z',
  date: 'a date such as 2026-03-01',
  time: 'a time such as 10:00:00',
};

/** What is counted in a text or a list, one and many; numbers are compared as they are. */
const units: Readonly<Record<string, readonly [string, string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
};

/**
 * What the value should be, from one issue of a zod schema: `should be at most 100`. A schema's own message is taken where it
 * begins with `should`, or where it belongs to a refinement.
 */
export function issueText(issue: unknown): string {
  const message = textProperty(issue, 'message') ?? '';
  if (/^should\b/i.test(message)) return message;
  switch (textProperty(issue, 'code')) {
    case 'invalid_type':
      return `should be ${kindOf(textProperty(issue, 'expected'))}`;
    case 'too_small':
      return bounded(issue, 'minimum', 'at least', 'more than');
    case 'too_big':
      return bounded(issue, 'maximum', 'at most', 'less than');
    case 'invalid_format':
      return formatText(issue);
    case 'not_multiple_of':
      return `should be a multiple of ${numberProperty(issue, 'divisor') ?? '?'}`;
    case 'invalid_value':
      return valuesText(property(issue, 'values'));
    case 'invalid_union':
      return unionText(issue);
    case 'custom':
      return message === '' || message === 'Invalid input' ? 'is not valid' : message;
    default:
      return 'is not valid';
  }
}

function kindOf(expected: string | undefined): string {
  return kinds[expected ?? ''] ?? 'of another kind';
}

function bounded(issue: unknown, bound: 'minimum' | 'maximum', inclusive: string, exclusive: string): string {
  const number = numberProperty(issue, bound) ?? String(property(issue, bound));
  const unit = units[textProperty(issue, 'origin') ?? ''];
  const relation = property(issue, 'inclusive') === false ? exclusive : inclusive;
  if (unit === undefined) return `should be ${relation} ${number}`;
  if (bound === 'minimum' && number === 1) return 'should not be empty';
  return `should have ${property(issue, 'exact') === true ? 'exactly' : relation} ${number} ${unit[number === 1 ? 0 : 1]}`;
}

function formatText(issue: unknown): string {
  const format = textProperty(issue, 'format') ?? '';
  const part = textProperty(issue, 'prefix') ?? textProperty(issue, 'suffix') ?? textProperty(issue, 'includes');
  if (format === 'starts_with') return `should begin with ${JSON.stringify(part)}`;
  if (format === 'ends_with') return `should end with ${JSON.stringify(part)}`;
  if (format === 'includes') return `should contain ${JSON.stringify(part)}`;
  return Object.hasOwn(formats, format) ? `should be ${formats[format] ?? ''}` : 'is not written as it should be';
}

function valuesText(values: unknown): string {
  const choices = Array.isArray(values) ? values.map(String) : [];
  return choices.length === 1 ? `should be ${choices.join()}` : `should be one of ${choices.join(', ')}`;
}

function unionText(issue: unknown): string {
  const discriminator = textProperty(issue, 'discriminator');
  const options = property(issue, 'options');
  if (discriminator !== undefined && Array.isArray(options)) return valuesText(options);
  const branches = property(issue, 'errors');
  const texts = Array.isArray(branches) ? branches.map((branch: unknown) => (Array.isArray(branch) ? issueText(branch[0]) : '')) : [];
  const should = [...new Set(texts)].filter((text) => text.startsWith('should be ')).map((text) => text.slice('should be '.length));
  return should.length === 0 ? 'is not valid' : `should be ${should.join(' or ')}`;
}
