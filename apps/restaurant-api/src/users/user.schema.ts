import { collections, type UserDocument } from '@foodie-express/restaurant-data';
import { Schema, type Types } from 'mongoose';
import { type Audited, prepareOutbox, waitingEntry } from '../audit/audit.schema';
import { requireFields } from '../database/required-fields';

export interface UserRecord extends UserDocument<Types.ObjectId>, Audited {
  _id: Types.ObjectId;
}

export const USERS = collections.users;

export const userSchema = new Schema<UserRecord>(
  {
    username: String,
    usernameKey: String,
    email: String,
    emailKey: String,
    passwordHash: String,
    role: String,
    restaurantId: Schema.Types.ObjectId,
    sessionGeneration: Number,
    outbox: [waitingEntry],
  },
  { collection: USERS, timestamps: true, versionKey: false, strict: 'throw' },
);
prepareOutbox(userSchema);
requireFields(userSchema, { except: ['restaurantId', 'createdAt', 'updatedAt', 'outbox'] });
// Read only where it is asked for by name: by the login.
userSchema.path('passwordHash').select(false);

userSchema.index({ usernameKey: 1 }, { unique: true });
userSchema.index({ emailKey: 1 }, { unique: true });
/** Is there an admin? Who are the staff? */
userSchema.index({ role: 1, createdAt: -1, _id: -1 });
userSchema.index({ createdAt: -1, _id: -1 });