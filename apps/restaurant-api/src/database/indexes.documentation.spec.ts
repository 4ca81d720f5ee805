import { describe, it } from '@jest/globals';
import { expectDocumented } from '@foodie-express/testing';
import { AUDIT, auditSchema } from '../audit/audit.schema';
import { SESSIONS, sessionSchema } from '../auth/session.schema';
import { ORDERS, orderSchema } from '../orders/order.schema';
import { RESTAURANTS, restaurantSchema } from '../restaurants/restaurant.schema';
import { REVIEWS, reviewSchema } from '../reviews/review.schema';
import { USERS, userSchema } from '../users/user.schema';

const schemas = {
  [RESTAURANTS]: restaurantSchema,
  [USERS]: userSchema,
  [SESSIONS]: sessionSchema,
  [ORDERS]: orderSchema,
  [REVIEWS]: reviewSchema,
  [AUDIT]: auditSchema,
};

type Index = ReturnType<typeof orderSchema.indexes>[number];

/** `userId, placedAt ↓ (unique)` */
function written([fields, options]: Index): string {
  const names = Object.entries(fields).map(([name, direction]) => (Number(direction) < 0 ? `${name} ↓` : name));
  const kinds = [
    ...(options.unique === true ? ['unique'] : []),
    ...(options.sparse === true ? ['sparse'] : []),
    ...(options.partialFilterExpression === undefined ? [] : [`only where there is ${Object.keys(options.partialFilterExpression).join(', ')}`]),
    ...(options.expireAfterSeconds === undefined ? [] : ['gone when over']),
  ];
  return `\`${names.join(', ')}\`${kinds.length === 0 ? '' : ` (${kinds.join(', ')})`}`;
}

describe('the documentation of the indexes', () => {
  it('is the table of docs/api.md', async () => {
    const rows = Object.entries(schemas).map(([collection, schema]) => `| \`${collection}\` | ${schema.indexes().map(written).join('<br>')} |`);
    await expectDocumented('docs/api.md', 'indexes', ['| collection | indexes |', '| --- | --- |', ...rows].join('\n'));
  });
});
