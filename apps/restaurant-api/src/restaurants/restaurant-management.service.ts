import { Injectable } from '@nestjs/common';
import type { RestaurantInput } from '@foodie-express/contracts';
import { restaurantInputSchema } from '@foodie-express/contracts';
import { AppError, ConflictError, ForbiddenError, parseInput, ValidationError } from '@foodie-express/error-messages';
import { restaurantFromInput } from '@foodie-express/restaurant-data';
import { Types } from 'mongoose';
import { type AuditedChange, AuditTrail } from '../audit/audit-trail';
import { type AuthenticatedUser, isStaffOf } from '../auth/authenticated-user';
import { isDuplicateKey } from '../database/duplicate-key';
import type { CatalogueEntry } from './catalogue/catalogue-entry';
import { RestaurantCatalogue } from './catalogue/restaurant-catalogue';
import { menuFaults } from './menu-faults';
import { changesBetween } from './restaurant-changes';
import { restaurantInputOf } from './restaurant-input-of';
import { type AuditedWrite, RestaurantWrites } from './restaurant-writes';
import type { RestaurantRecord } from './restaurant.schema';

/** Adds, changes and removes restaurants. */
@Injectable()
export class RestaurantManagementService {
  constructor(
    private readonly catalogue: RestaurantCatalogue,
    private readonly writes: RestaurantWrites,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws ValidationError where the menu does not fit together, AppError `already_exists` for a name that is taken */
  async create(user: AuthenticatedUser, input: RestaurantInput): Promise<CatalogueEntry> {
    requireSoundMenu(input);
    const _id = new Types.ObjectId();
    const write = this.audited(user, _id, input.name, { action: 'restaurant.created', before: null, after: input });
    await this.uniquely(input.name, () => this.writes.insert(write, restaurantFromInput(input)));
    await this.catalogue.refreshNow();
    return this.catalogue.one(_id.toHexString());
  }

  /**
   * Changes the fields that `change` holds; the others stay, those that somebody else changes at the same moment, too.
   * @param revisions those that the client may have seen, where it says so: then nothing may have changed since
   * @throws NotFoundError, ForbiddenError, ValidationError, AppError for a name that is taken, ConflictError with status 412 for a
   * lost update
   */
  async update(user: AuthenticatedUser, nameOrId: string, change: Readonly<Record<string, unknown>>, revisions?: readonly number[]): Promise<CatalogueEntry> {
    let found = await this.catalogue.current(nameOrId);
    const id = found.record._id.toHexString();
    if (user.role !== 'admin' && !isStaffOf(user, id)) throw new ForbiddenError();
    for (;;) {
      const { record } = found;
      requireSeen(record, revisions);
      const before = restaurantInputOf(record);
      const input = parseInput(restaurantInputSchema, { ...before, ...change });
      requireSoundMenu(input);
      const changes = changesBetween(before, input);
      if (Object.keys(changes.after).length === 0) return found;
      const write = this.audited(user, record._id, input.name, { action: 'restaurant.changed', ...changes });
      const isWritten = await this.uniquely(input.name, () => this.writes.replace(write, record.revision, restaurantFromInput(input)));
      await this.catalogue.refreshNow();
      if (isWritten) return this.catalogue.one(id);
      found = await this.catalogue.current(id);
    }
  }

  /**
   * Orders of it stay as they are.
   * @param revisions those that the client may have seen, where it says so
   * @throws NotFoundError, ConflictError with status 412 where it has changed since
   */
  async remove(user: AuthenticatedUser, nameOrId: string, revisions?: readonly number[]): Promise<string> {
    for (;;) {
      const { record } = await this.catalogue.current(nameOrId);
      requireSeen(record, revisions);
      const write = this.audited(user, record._id, record.name, { action: 'restaurant.removed', before: restaurantInputOf(record), after: null });
      const isRemoved = await this.writes.remove(write, record.revision);
      await this.catalogue.refreshNow();
      if (isRemoved) return record.name;
    }
  }

  private audited(user: AuthenticatedUser, _id: Types.ObjectId, name: string, change: Omit<AuditedChange, 'subject'>): AuditedWrite {
    return { _id, entry: this.audit.entry(user, { ...change, subject: { kind: 'restaurant', id: _id.toHexString(), name } }) };
  }

  private async uniquely<Result>(name: string, write: () => Promise<Result>): Promise<Result> {
    try {
      return await write();
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new AppError('already_exists', {
        detail: `A restaurant with the name '${name}' exists already`,
        errors: [{ path: 'name', message: 'is in use already' }],
        cause: error,
      });
    }
  }
}

function requireSoundMenu(input: RestaurantInput): void {
  const faults = menuFaults(input);
  if (faults.length > 0) throw new ValidationError(faults);
}

function requireSeen({ name, revision }: RestaurantRecord, revisions: readonly number[] | undefined): void {
  if (revisions === undefined || revisions.includes(revision)) return;
  throw new ConflictError(`${name} was changed by somebody else meanwhile. Please read it again and repeat the change.`, { status: 412 });
}
