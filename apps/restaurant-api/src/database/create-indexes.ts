import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';

/** Indexes of large collections take their time; requests wait until they stand. */
const INDEX_TIMEOUT_MS = 600_000;

/** Creates every index that the schemas declare. Those that exist are left alone. */
@Injectable()
export class IndexCreation {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  async run(): Promise<void> {
    for (const model of Object.values(this.connection.models)) {
      await model.createIndexes({ timeoutMS: INDEX_TIMEOUT_MS });
    }
  }
}
