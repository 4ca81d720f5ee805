import { accountTools } from './account';
import { discoveryTools } from './discovery';
import { orderTools } from './orders';
import type { Tool } from './tool';

/** Every tool by its name. A new tool is added to the list of its family. */
export const toolbox: ReadonlyMap<string, Tool> = new Map([...discoveryTools, ...orderTools, ...accountTools].map((tool) => [tool.name, tool]));
