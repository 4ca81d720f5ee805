import { Injectable } from '@nestjs/common';
import type { RestaurantInput } from '@foodie-express/contracts';
import { restaurantInputSchema } from '@foodie-express/contracts';
import { AppError, ConflictError, ForbiddenError, NotFoundError, parseInput, ValidationError } from '@foodie-express/error-messages';
import { restaurantFromInput } from '@foodie-express/restaurant-data';
import { AuditTrail } from '../audit/audit-trail';
import { type AuthenticatedUser, isStaffOf } from '../auth/authenticated-user';
import { isDuplicateKey } from '../database/duplicate-key';
import type { CatalogueEntry } from './catalogue/catalogue-entry';
import { RestaurantCatalogue } from './catalogue/restaurant-catalogue';
import { menuFaults } from './menu-faults';
import { changesBetween } from './restaurant-changes';
import { restaurantInputOf } from './restaurant-input-of';
import { RestaurantWrites } from './restaurant-writes';

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
    const id = await this.uniquely(input.name, () => this.writes.insert(restaurantFromInput(input)));
    await this.catalogue.refreshNow();
    await this.audit.record(user, {
      action: 'restaurant.created',
      subject: { kind: 'restaurant', id: id.toHexString(), name: input.name },
      before: null,
      after: input,
    });
    return this.catalogue.one(id.toHexString());
  }

  /**
   * Changes the fields that `change` holds; the others stay.
   * @param revision the one that the client has seen, where it says so
   * @throws NotFoundError, ForbiddenError, ValidationError, AppError for a name that is taken, ConflictError with status 412 for a
   * lost update
   */
  async update(user: AuthenticatedUser, nameOrId: string, change: Readonly<Record<string, unknown>>, revision?: number): Promise<CatalogueEntry> {
    const { record } = await this.catalogue.current(nameOrId);
    const id = record._id.toHexString();
    if (user.role !== 'admin' && !isStaffOf(user, id)) throw new ForbiddenError();
    if (revision !== undefined && revision !== record.revision) throw lostUpdate(record.name);
    const before = restaurantInputOf(record);
    const input = parseInput(restaurantInputSchema, { ...before, ...change });
    requireSoundMenu(input);
    const isWritten = await this.uniquely(input.name, () => this.writes.replace(record._id, record.revision, restaurantFromInput(input)));
    if (!isWritten) throw lostUpdate(record.name);
    await this.catalogue.refreshNow();
    await this.audit.record(user, { action: 'restaurant.changed', subject: { kind: 'restaurant', id, name: input.name }, ...changesBetween(before, input) });
    return this.catalogue.one(id);
  }

  /** Orders of it stay as they are. @throws NotFoundError */
  async remove(user: AuthenticatedUser, nameOrId: string): Promise<string> {
    const { record } = await this.catalogue.current(nameOrId);
    if (!(await this.writes.remove(record._id))) throw new NotFoundError(`Restaurant '${nameOrId}' not found`);
    await this.catalogue.refreshNow();
    await this.audit.record(user, {
      action: 'restaurant.removed',
      subject: { kind: 'restaurant', id: record._id.toHexString(), name: record.name },
      before: restaurantInputOf(record),
      after: null,
    });
    return record.name;
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

function lostUpdate(name: string): ConflictError {
  return new ConflictError(`${name} was changed by somebody else meanwhile. Please read it again and repeat the change.`, { status: 412 });
}
