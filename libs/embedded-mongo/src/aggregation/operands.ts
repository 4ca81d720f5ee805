import { isNumber } from '../bson/number';
import { type CodeName, CommandError } from '../errors';
import { typeName } from '../query/type-names';

/** Complains of operands that are not null and that an operator cannot take. @throws {CommandError} */
export type OperandCheck = (operator: string, args: readonly unknown[]) => void;

/** Numbers alone; `code` is what MongoDB answers with for anything else. */
export function onlyNumbers(code: CodeName): OperandCheck {
  return only('numeric', isNumber, code);
}

export const numbersOrDates = only('numeric or date', (arg) => isNumber(arg) || arg instanceof Date, 'TypeMismatch');

/** Numbers, or a date less a number or a date. */
export const subtractable: OperandCheck = (operator, [left, right]) => {
  const possible = (isNumber(left) && isNumber(right)) || (left instanceof Date && (isNumber(right) || right instanceof Date));
  if (!possible) throw new CommandError('TypeMismatch', `can't ${operator} ${typeName(right)} from ${typeName(left)}`);
};

function only(types: string, accepts: (arg: unknown) => boolean, code: CodeName): OperandCheck {
  return (operator, args) => {
    const wrong = args.findIndex((arg) => !accepts(arg));
    if (wrong >= 0) throw new CommandError(code, `${operator} only supports ${types} types, not ${typeName(args[wrong])}`);
  };
}
