import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { AdminUserQuery, RoleInput, User } from '@foodie-express/contracts';
import { ConflictError, NotFoundError } from '@foodie-express/error-messages';
import { isValidObjectId, type Model } from 'mongoose';
import { AuditTrail } from '../audit/audit-trail';
import type { AuditAuthor } from '../audit/audit.schema';
import { after, type Page, pageOf } from '../http/cursor';
import { RestaurantCatalogue } from '../restaurants/catalogue/restaurant-catalogue';
import { userAnswer } from '../users/user-answer';
import { type UserRecord, USERS } from '../users/user.schema';
import { UsersService } from '../users/users.service';

/** Users as admins see and appoint them. */
@Injectable()
export class AdminUsersService {
  constructor(
    @InjectModel(USERS) private readonly model: Model<UserRecord>,
    private readonly users: UsersService,
    private readonly catalogue: RestaurantCatalogue,
    private readonly audit: AuditTrail,
  ) {}

  /** Newest first. */
  async page({ role, limit, cursor }: AdminUserQuery): Promise<Page<User>> {
    const records = await this.model
      .find({ ...(role !== undefined && { role }), ...after(cursor, 'createdAt') })
      .sort({ createdAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean<UserRecord[]>();
    return pageOf(records, limit, ({ createdAt, _id }) => ({ at: createdAt, id: _id }), userAnswer);
  }

  /**
   * Counts from the next request of that user on; on other instances within a second. Of the last two admins who dismiss each other at
   * the same moment both stay. @throws NotFoundError, ConflictError where no admin would be left
   */
  async setRole(admin: Readonly<AuditAuthor>, id: string, { role, restaurant_name }: RoleInput): Promise<User> {
    const restaurant = restaurant_name === undefined ? undefined : (await this.catalogue.one(restaurant_name)).record;
    for (;;) {
      const user = isValidObjectId(id) ? await this.model.findById(id).lean<UserRecord>() : null;
      if (user === null) throw new NotFoundError(`User '${id}' not found`);
      if (user.role === 'admin' && role !== 'admin') await this.requireOtherAdmin(user);
      const entry = this.audit.entry(admin, {
        action: 'user.role',
        subject: { kind: 'user', id: user._id.toHexString(), name: user.username },
        before: { role: user.role, ...(user.restaurantId !== undefined && { restaurant_id: user.restaurantId.toHexString() }) },
        after: { role, ...(restaurant !== undefined && { restaurant_id: restaurant._id.toHexString(), restaurant_name: restaurant.name }) },
      });
      const place = restaurant === undefined ? { $set: { role }, $unset: { restaurantId: 1 as const } } : { $set: { role, restaurantId: restaurant._id } };
      // Only as it was read, so that the entry's `before` is what the change replaced: where somebody else was faster, once more.
      const changed = await this.model
        .findOneAndUpdate({ _id: user._id, role: user.role, restaurantId: user.restaurantId ?? null }, { ...place, $push: { outbox: entry } }, { returnDocument: 'after' })
        .lean<UserRecord>();
      if (changed === null) continue;
      this.users.forget(id);
      await this.audit.relay(USERS, changed);
      if (user.role === 'admin' && role !== 'admin' && (await this.model.exists({ role: 'admin' })) === null) {
        await this.setRole(admin, id, { role: 'admin' });
        throw lastAdmin();
      }
      return userAnswer(changed);
    }
  }

  private async requireOtherAdmin(user: UserRecord): Promise<void> {
    const admins = await this.model.find({ role: 'admin' }, { _id: 1 }).limit(2).lean<Pick<UserRecord, '_id'>[]>();
    if (admins.every(({ _id }) => _id.equals(user._id))) throw lastAdmin();
  }
}

function lastAdmin(): ConflictError {
  return new ConflictError('This is the last admin: appoint another one first.');
}
