export { type EmbeddedMongo, type EmbeddedMongoOptions, type EmbeddedMongoStatistics, startEmbeddedMongo } from './embedded-mongo';
export { DataFolderInUseError, EmbeddedMongoError, PortInUseError } from './errors';
