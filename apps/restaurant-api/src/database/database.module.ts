import { Global, Module } from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import mongoose from 'mongoose';
import { Database } from './database';

// A second wall behind the schemas of the wire: an object in a filter's value is never read as operators.
mongoose.set('sanitizeFilter', true);
mongoose.set('strictQuery', 'throw');

/** The connection is made here and opened by `Database`, which goes on trying: the service answers (503) meanwhile. */
const connection = { provide: getConnectionToken(), useFactory: () => mongoose.createConnection() };

@Global()
@Module({ providers: [connection, Database], exports: [connection, Database] })
export class DatabaseModule {}
