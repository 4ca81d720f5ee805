import { mapOrder } from '../mapping/order';
import { insertion, type Step, type Surroundings } from './step';

export function ordersStep(surroundings: Surroundings): Step {
  return { take: (source) => insertion(mapOrder(source, surroundings)) };
}
