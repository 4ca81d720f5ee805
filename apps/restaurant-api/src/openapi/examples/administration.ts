import type { AdminStats, AuditEntry } from '@foodie-express/contracts';
import { auditCsv } from '../../admin/audit/audit-csv';
import { accountExamples } from './accounts';

const stats: AdminStats = {
  total_restaurants: 9,
  total_users: 120,
  total_orders: 431,
  total_reviews: 58,
  orders_by_status: { placed: 4, delivered: 420, cancelled: 7 },
  revenue: [{ currency: 'INR', total: 184_220.5, today: 1_250 }],
  orders_today: 6,
  active_users: 75,
  average_rating: 4.31,
};

const auditEntries: AuditEntry[] = [
  {
    id: '69a41f3ceaa31495b46652d7',
    at: '2026-03-01T12:00:00.680Z',
    action: 'order.status',
    subject: { kind: 'order', id: '69a41f3ceaa31495b46652d8', name: 'Thepla House' },
    by: { id: '69a41e1feaa31495b46652d0', username: 'root-admin', role: 'admin' },
    before: { status: 'placed' },
    after: { status: 'confirmed' },
    request_id: '1ecdda33-d3de-4ed1-8d15-cd5b217fb9ed',
  },
];

/** What of the administration's calls the documentation shows. */
export const administrationExamples = {
  stats,
  auditEntries,
  auditFile: auditCsv(auditEntries),
  role: { role: 'staff', restaurant_name: 'Thepla House' },
  appointed: { ...accountExamples.asha, role: 'staff' },
  lastAdmin: [{ code: 'conflict', detail: 'This is the last admin: appoint another one first.' }],
} as const;
