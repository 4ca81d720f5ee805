import { type OrderStatus, orderStatusSchema } from '@foodie-express/contracts';

/** What other services call our states. */
const synonyms: Readonly<Record<string, OrderStatus>> = {
  pending: 'placed',
  created: 'placed',
  new: 'placed',
  received: 'placed',
  accepted: 'confirmed',
  processing: 'preparing',
  in_progress: 'preparing',
  cooking: 'preparing',
  prepared: 'ready',
  ready_for_pickup: 'ready',
  dispatched: 'out_for_delivery',
  shipped: 'out_for_delivery',
  on_the_way: 'out_for_delivery',
  completed: 'delivered',
  complete: 'delivered',
  done: 'delivered',
  picked_up: 'delivered',
  canceled: 'cancelled',
  rejected: 'cancelled',
};

/** `Out for delivery` -> `out_for_delivery` */
export function statusKey(name: string): string {
  return name.trim().toLowerCase().replace(/[\s-]+/g, '_');
}

/** Our state for one of another name; undefined where nobody knows what it means. @param own what the person at the command line says */
export function orderStatusOf(name: string, own: ReadonlyMap<string, OrderStatus>): OrderStatus | undefined {
  const key = statusKey(name);
  return own.get(key) ?? orderStatusSchema.safeParse(key).data ?? synonyms[key];
}
