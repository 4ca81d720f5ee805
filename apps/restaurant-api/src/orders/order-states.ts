import type { OrderStatus } from '@foodie-express/contracts';

/** Where an order may go from each state. Restaurants may give up an order until it has arrived. */
const next: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  placed: ['confirmed', 'cancelled'],
  confirmed: ['preparing', 'cancelled'],
  preparing: ['ready', 'out_for_delivery', 'cancelled'],
  ready: ['out_for_delivery', 'delivered', 'cancelled'],
  out_for_delivery: ['delivered', 'cancelled'],
  delivered: [],
  cancelled: [],
};

/** Until the kitchen begins, who ordered may cancel. */
const cancellable: ReadonlySet<OrderStatus> = new Set(['placed', 'confirmed']);

/** The states that may follow; none for an order that is over. */
export function nextStates(from: OrderStatus): readonly OrderStatus[] {
  return next[from];
}

export function canFollow(from: OrderStatus, to: OrderStatus): boolean {
  return next[from].includes(to);
}

export function canOwnerCancel(from: OrderStatus): boolean {
  return cancellable.has(from);
}
