import { Double, Int32, Long, Timestamp } from 'bson';
import { isDocument, toPlain } from '../bson/document';
import { addNumbers, type BsonNumber, integerOf, isNumber, multiplyNumbers, numericType, toInteger, widerType } from '../bson/number';
import { compareValues } from '../bson/order';
import { CommandError } from '../errors';
import { typeName } from '../query/type-names';
import { shown } from '../storage/duplicate-key';

/** Leaves a field as it is. */
export const UNCHANGED = Symbol('unchanged');

/** The new value of a field out of the old one, which is undefined where the field is missing. */
export type ValueUpdate = (current: unknown, operand: unknown, field: FieldContext) => unknown;

export interface FieldContext {
  readonly path: string;
  readonly documentId: unknown;
  readonly now: Date;
}

export const SCALAR_OPERATORS: Readonly<Record<string, ValueUpdate>> = {
  $set: (_current, operand) => operand,
  $setOnInsert: (_current, operand) => operand,
  $inc: (current, operand, field) => arithmetic('$inc', 'increment', addNumbers, current, operand, field),
  $mul: (current, operand, field) => arithmetic('$mul', 'multiply', multiplyNumbers, current, operand, field),
  $min: (current, operand) => (current === undefined || compareValues(operand, current) < 0 ? operand : UNCHANGED),
  $max: (current, operand) => (current === undefined || compareValues(operand, current) > 0 ? operand : UNCHANGED),
  $currentDate: (_current, operand, { now }) => currentDate(operand, now),
  $bit: bitwise,
};

function arithmetic(
  name: string,
  verb: string,
  operation: (a: BsonNumber, b: BsonNumber) => BsonNumber | undefined,
  current: unknown,
  operand: unknown,
  { path, documentId }: FieldContext,
): unknown {
  if (!isNumber(operand)) throw new CommandError('TypeMismatch', `Cannot ${verb} with non-numeric argument: {${path}: ${shown(operand)}}`);
  if (current === undefined) return name === '$inc' ? operand : zeroLike(operand);
  if (!isNumber(current)) {
    throw new CommandError('TypeMismatch', `Cannot apply ${name} to a value of non-numeric type. {_id: ${shown(documentId)}} has the field '${path.split('.').at(-1) ?? path}' of non-numeric type ${typeName(current)}`);
  }
  const result = operation(current, operand);
  if (result === undefined) throw new CommandError('BadValue', `Failed to apply ${name} operations to current value ((NumberLong)${shown(current)}) for document {_id: ${shown(documentId)}}`);
  return result;
}

/** `$mul` of a missing field is zero of the operand's type. */
function zeroLike(operand: BsonNumber): BsonNumber {
  if (numericType(operand) === 'double') return new Double(0);
  return multiplyNumbers(operand, new Int32(0)) ?? new Int32(0);
}

function currentDate(operand: unknown, now: Date): Date | Timestamp {
  const plain = toPlain(operand);
  const type = isDocument(plain) ? plain['$type'] : plain;
  if (type === true || type === 'date') return now;
  if (type === 'timestamp') return new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
  throw new CommandError('BadValue', "The only valid $type values for $currentDate are 'date' and 'timestamp'; otherwise it must be true");
}

const BITWISE: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

function bitwise(current: unknown, operand: unknown, { path }: FieldContext): unknown {
  if (!isDocument(operand) || Object.keys(operand).length === 0) throw new CommandError('BadValue', `The $bit modifier must be a document like {and: 1}, {or: 1} or {xor: 1}. Field: ${path}`);
  let value: unknown = current ?? new Int32(0);
  for (const [name, argument] of Object.entries(operand)) {
    const operation = BITWISE[name];
    if (operation === undefined) throw new CommandError('BadValue', `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
    if (!isInteger(argument)) throw new CommandError('BadValue', 'The $bit modifier field must be an Integer(32/64 bit)');
    if (!isInteger(value)) throw new CommandError('BadValue', `Cannot apply $bit to a value of non-integral type: ${typeName(value)}`);
    const type = widerType(numericType(value), numericType(argument)) === 'int' ? 'int' : 'long';
    value = toInteger(operation(integerOf(value), integerOf(argument)), type);
  }
  return value;
}

function isInteger(value: unknown): value is Int32 | Long {
  return isNumber(value) && (numericType(value) === 'int' || numericType(value) === 'long');
}
