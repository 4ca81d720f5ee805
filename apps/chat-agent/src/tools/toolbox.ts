import { accountTools } from './account';
import { confirmationTools } from './confirmation';
import { discoveryTools } from './discovery';
import { orderTools } from './orders';
import { placedOrderTools } from './placed-orders';
import { recommend } from './recommend';
import { reviewTools } from './reviews';
import type { Tool } from './tool';

const families: readonly (readonly Tool[])[] = [discoveryTools, [recommend], orderTools, confirmationTools, placedOrderTools, reviewTools, accountTools];

/** Every tool by its name. A new tool is added to the list of its family. */
export const toolbox: ReadonlyMap<string, Tool> = new Map(families.flat().map((tool) => [tool.name, tool]));
