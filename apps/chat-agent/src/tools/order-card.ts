import type { Order } from '@foodie-express/contracts';
import { AppError } from '@foodie-express/error-messages';
import type { RestaurantClient } from '@foodie-express/restaurant-client';
import type { z } from 'zod';
import { localTime, money, optionText } from '../conversation/order-summary';
import type { orderCardSchema } from './results';

/** A placed order in few words, with times as the restaurant's clock shows them. */
export async function orderCard(order: Order, api: RestaurantClient): Promise<z.infer<typeof orderCardSchema>> {
  const timezone = await timezoneOf(order.restaurant_name, api);
  return {
    order_id: order.id,
    restaurant: order.restaurant_name,
    status: order.status,
    total: money(order.total_price, order.currency),
    items: order.lines.map(({ quantity, item_name, options, notes }) => `${[`${quantity} × ${item_name}`, ...options.map((option) => optionText(option))].join(', ')}${notes === undefined ? '' : ` (note: ${notes})`}`),
    ordered: localTime(order.order_date, timezone),
    ...(order.scheduled_for !== null && { scheduled_for: localTime(order.scheduled_for, timezone) }),
  };
}

/** A restaurant that no longer exists has left its orders behind. */
async function timezoneOf(restaurantName: string, api: RestaurantClient): Promise<string> {
  try {
    return (await api.getRestaurant(restaurantName)).timezone;
  } catch (error) {
    if (error instanceof AppError) return 'UTC';
    throw error;
  }
}
