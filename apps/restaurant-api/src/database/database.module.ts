import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import mongoose from 'mongoose';
import { Database } from './database';

// A second wall behind the schemas of the wire: an object in a filter's value is never read as operators.
mongoose.set('sanitizeFilter', true);
mongoose.set('strictQuery', 'throw');

@Global()
@Module({
  imports: [
    MongooseModule.forRoot('', {
      // `Database` connects, and goes on trying: the service answers (503) meanwhile.
      connectionFactory: () => mongoose.createConnection(),
      lazyConnection: true,
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}
