import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { MIGRATIONS, ownFields } from '@foodie-express/restaurant-data';
import type { Connection } from 'mongoose';
import { UnmigratedDatabaseError } from './unmigrated-database-error';

/**
 * Looks whether the database holds documents of the Python service, or half of them migrated: neither can be served, and seeding
 * or indexing would make a mess of them. They are looked for where they are if at all, at both ends of each collection, so that
 * no start walks through one.
 */
@Injectable()
export class MigrationCheck {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** @throws UnmigratedDatabaseError */
  async run(): Promise<void> {
    const begun = await this.connection.collection(MIGRATIONS).findOne({ state: 'running' });
    if (begun !== null) throw new UnmigratedDatabaseError('A migration into this database has begun and not ended. Complete it: npm run migrate (docs/migration.md).');
    for (const [name, field] of Object.entries(ownFields)) {
      if (await this.hasForeign(name, field)) {
        throw new UnmigratedDatabaseError(`The collection ${name} of this database holds documents of the Python service. Take them over first: npm run migrate (docs/migration.md).`);
      }
    }
  }

  private async hasForeign(name: string, ownField: string): Promise<boolean> {
    const ends = [1, -1] as const;
    const found = await Promise.all(ends.map((_id) => this.connection.collection(name).findOne({}, { sort: { _id }, projection: { [ownField]: 1 } })));
    return found.some((document) => document !== null && !(ownField in document));
  }
}
