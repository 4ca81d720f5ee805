export { type ApiAnswer, ApiDocument, type ApiOperation } from './api-document';
export { expectDocumented } from './documentation';
export { type AppExit, type AppName, AppProcess } from './app-process';
export { freePort } from './free-port';
export { describeWithProgram, findProgram } from './program';
export { MongoServer } from './mongo-server';
export { RedisServer } from './redis-server';
export { eventually } from './eventually';
export { type NginxCheck, type NginxFiles, NginxServer } from './nginx-server';
