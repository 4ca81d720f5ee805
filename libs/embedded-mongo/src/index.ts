export { type EmbeddedMongo, type EmbeddedMongoOptions, type EmbeddedMongoStatistics, startEmbeddedMongo } from './embedded-mongo';
export { DataFolderInUseError, DataFolderUnusableError, EmbeddedMongoError, PortInUseError } from './errors';
