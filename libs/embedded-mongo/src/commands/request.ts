import { Long } from 'bson';
import { type Collation, collationOf } from '../bson/collation';
import { type Document, isArray, isDocument, toPlain, toPlainDocument } from '../bson/document';
import { isNumber, toDouble } from '../bson/number';
import { CommandError } from '../errors';
import { Deadline } from '../read';

/** Fields that every command takes and that change nothing here: one server, whose every acknowledged write is durable. */
const GENERIC = new Set([
  '$db', 'lsid', '$clusterTime', '$readPreference', 'readConcern', 'writeConcern', 'comment', 'maxTimeMS', 'apiVersion', 'apiStrict',
  'apiDeprecationErrors', 'txnNumber', 'autocommit', 'startTransaction', 'stmtId', 'stmtIds', '$audit', '$client', 'maxTimeMSOpOnly',
]);

/** A command's fields, checked as they are read. */
export class CommandRequest {
  readonly name: string;
  readonly database: string;

  constructor(
    readonly body: Document,
    readonly connectionId: number,
  ) {
    this.name = Object.keys(body)[0] ?? '';
    const database = body['$db'];
    if (typeof database !== 'string') throw new CommandError('Location40414', 'OP_MSG requests require a $db argument');
    this.database = database;
    if ('txnNumber' in body || 'startTransaction' in body || 'autocommit' in body) {
      throw new CommandError('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos');
    }
  }

  /** @throws {CommandError} IDLUnknownField for any field that is not named: it could change what the command means */
  accept(...fields: readonly string[]): void {
    const unknown = Object.keys(this.body).slice(1).find((field) => !fields.includes(field) && !GENERIC.has(field));
    if (unknown !== undefined) throw new CommandError('Location40415', `BSON field '${this.name}.${unknown}' is an unknown field.`);
  }

  /** @throws {CommandError} NotImplemented where the field is given and not one of `harmless` */
  refuse(field: string, ...harmless: readonly unknown[]): void {
    const value = toPlain(this.body[field]);
    if (value !== undefined && value !== null && value !== false && !harmless.includes(value)) {
      throw new CommandError('NotImplemented', `The option '${field}' of ${this.name} is not implemented`);
    }
  }

  /** The value of the command's own field, which names a collection. */
  get collection(): string {
    const value = this.body[this.name];
    if (typeof value === 'string' && value !== '') return value;
    throw new CommandError('InvalidNamespace', `collection name has invalid type or is empty in command ${this.name}`);
  }

  get namespace(): string {
    return `${this.database}.${this.collection}`;
  }

  get deadline(): Deadline {
    return new Deadline(this.optionalNumber('maxTimeMS'));
  }

  get collation(): Collation | undefined {
    return collationOf(toPlain(this.body['collation']));
  }

  /** `let`, as expressions see it. */
  get variables(): Document | undefined {
    return this.optionalDocument('let');
  }

  /** With plain values; empty where it is not given. */
  document(field: string): Document {
    return this.optionalDocument(field) ?? {};
  }

  optionalDocument(field: string): Document | undefined {
    const value = this.body[field];
    if (value === undefined || value === null) return undefined;
    if (isDocument(value)) return toPlainDocument(value);
    throw this.wrongType(field, 'object');
  }

  /** With typed values. */
  typedDocuments(field: string): Document[] {
    const value = this.body[field];
    if (!isArray(value) || !value.every(isDocument)) throw this.wrongType(field, 'array');
    return value;
  }

  /** A number that is not negative. */
  optionalNumber(field: string): number | undefined {
    const value = this.body[field];
    if (value === undefined || value === null) return undefined;
    if (!isNumber(value)) throw this.wrongType(field, 'number');
    const number = Math.trunc(toDouble(value));
    if (!(number >= 0)) throw new CommandError('Location51024', `BSON field '${field}' value must be >= 0, actual value '${number}'`);
    return number;
  }

  long(field: string): Long {
    const value = this.body[field];
    if (value instanceof Long) return value;
    if (isNumber(value)) return Long.fromNumber(toDouble(value));
    throw this.wrongType(field, 'long');
  }

  flag(field: string, absent = false): boolean {
    const value = toPlain(this.body[field]);
    return value === undefined || value === null ? absent : Boolean(value);
  }

  optionalString(field: string): string | undefined {
    const value = this.body[field];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return value;
    throw this.wrongType(field, 'string');
  }

  get hint(): string | Document | undefined {
    const value = toPlain(this.body['hint']);
    if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
    if (isDocument(value)) return Object.keys(value).length === 0 ? undefined : value;
    throw new CommandError('FailedToParse', 'Hint must be a string or an object');
  }

  wrongType(field: string, expected: string): CommandError {
    return new CommandError('TypeMismatch', `BSON field '${this.name}.${field}' is the wrong type, expected type '${expected}'`);
  }
}
