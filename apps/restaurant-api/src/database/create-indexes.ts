import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';

/**
 * Creates every index that the schemas declare; those that exist are left alone. One that takes longer than a call may is
 * built on by the server, and found at a later attempt.
 */
@Injectable()
export class IndexCreation {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  async run(): Promise<void> {
    for (const model of Object.values(this.connection.models)) {
      await model.createIndexes();
    }
  }
}
