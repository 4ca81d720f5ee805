/** Base of what `startEmbeddedMongo` throws, so that a program can tell it from its own failures. */
export class EmbeddedMongoError extends Error {
  override name = 'EmbeddedMongoError';
}

/** Another process, or another server of this one, has the data folder open. */
export class DataFolderInUseError extends EmbeddedMongoError {
  override name = 'DataFolderInUseError';

  constructor(readonly dataFolder: string) {
    super(`The data folder ${dataFolder} is in use by another process: stop that one, or choose another folder.`);
  }
}

/** The data folder cannot be made, or not be written to. */
export class DataFolderUnusableError extends EmbeddedMongoError {
  override name = 'DataFolderUnusableError';

  /** @param reason a part of a sentence, or what the operating system or LMDB failed with */
  constructor(
    readonly dataFolder: string,
    reason: unknown,
  ) {
    super(`The data folder ${dataFolder} cannot be used: ${reason instanceof Error ? reason.message : String(reason)}. Choose another folder.`, {
      cause: reason,
    });
  }
}

/** Something else listens on the port. */
export class PortInUseError extends EmbeddedMongoError {
  override name = 'PortInUseError';

  constructor(readonly port: number) {
    super(`Port ${port} on 127.0.0.1 is in use: stop what listens there, or choose another port.`);
  }
}

/** MongoDB's error codes that this server answers with (src/mongo/base/error_codes.yml of the server). */
const CODES = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  InvalidLength: 16,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  NotSingleValueField: 54,
  Location56: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  NotImplemented: 238,
  ConversionFailure: 241,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OutOfDiskSpace: 14031,
  Location15952: 15952,
  Location15955: 15955,
  Location15956: 15956,
  Location15958: 15958,
  Location15959: 15959,
  Location16020: 16020,
  Location16410: 16410,
  Location16610: 16610,
  Location16611: 16611,
  Location17124: 17124,
  Location28765: 28765,
  Location28818: 28818,
  Location31253: 31253,
  Location31254: 31254,
  Location34450: 34450,
  Location34452: 34452,
  Location34454: 34454,
  Location34455: 34455,
  Location40066: 40066,
  Location40156: 40156,
  Location40157: 40157,
  Location40158: 40158,
  Location40160: 40160,
  Location40169: 40169,
  Location40170: 40170,
  Location40192: 40192,
  Location40234: 40234,
  Location40235: 40235,
  Location40238: 40238,
  Location40323: 40323,
  Location40324: 40324,
  Location40414: 40414,
  Location40415: 40415,
  Location40485: 40485,
  Location40573: 40573,
  Location40600: 40600,
  Location40602: 40602,
  Location51024: 51024,
  Location51081: 51081,
  Location51091: 51091,
  Location51108: 51108,
  Location51246: 51246,
  Location51272: 51272,
} as const;

export type CodeName = keyof typeof CODES;

/** A command's failure as MongoDB's drivers know it: `{ok: 0, errmsg, code, codeName}`. */
export class CommandError extends Error {
  override name = 'CommandError';

  /** @param details further fields of the answer, for instance keyPattern and keyValue */
  constructor(
    readonly codeName: CodeName,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  get code(): number {
    return CODES[this.codeName];
  }
}
