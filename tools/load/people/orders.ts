import type { RestaurantApi } from '../restaurant-api';
import { inWords, type Plan } from './turns';

/** Logins are expensive on purpose: so many at the same time. */
const AT_ONCE = 8;

/** Looks each person's orders up in the API, with the person's own login: exactly one, and what they wanted. @returns the faults */
export async function orderFaults(api: Pick<RestaurantApi, 'ordersOf'>, plans: readonly Plan[], signal: AbortSignal): Promise<string[]> {
  const faults: string[] = [];
  const left = [...plans];
  const check = async (): Promise<void> => {
    for (let plan = left.pop(); plan !== undefined; plan = left.pop()) {
      signal.throwIfAborted();
      const fault = await faultOfOrders(api, plan);
      if (fault !== undefined) faults.push(`${plan.username}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, check));
  return faults;
}

async function faultOfOrders(api: Pick<RestaurantApi, 'ordersOf'>, { username, password, quote }: Plan): Promise<string | undefined> {
  try {
    const orders = (await api.ordersOf(username, password)).map(inWords);
    const wanted = inWords(quote);
    return orders.length === 1 && orders[0] === wanted ? undefined : `wanted ${wanted}; the API has ${orders.length === 0 ? 'no order' : orders.join('; ')}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
