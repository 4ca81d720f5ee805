import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { menuSchema, type Menu } from '@foodie-express/order-language';
import { FileFault, readJson } from '../parse/read-json';
import { exampleSchema, type Example } from './score';

const MENU_ENDING = '.menu.json';

/** A menu and the sentences over it, from `NAME.menu.json` and `NAME.jsonl` of one folder. */
export interface DataPair {
  readonly name: string;
  readonly menu: Menu;
  readonly examples: readonly Example[];
}

/** Every pair of a folder, by name. Throws a FileFault where the folder or a file of it cannot be used. */
export function readDataFolder(folder: string): DataPair[] {
  const names = list(folder)
    .filter((file) => file.endsWith(MENU_ENDING))
    .map((file) => file.slice(0, -MENU_ENDING.length))
    .filter((name) => existsSync(join(folder, `${name}.jsonl`)))
    .sort();
  if (names.length === 0) throw new FileFault(`${folder}: holds no NAME${MENU_ENDING} with a NAME.jsonl beside it`);
  return names.map((name) => ({
    name,
    menu: readJson(join(folder, `${name}${MENU_ENDING}`), menuSchema),
    examples: readExamples(join(folder, `${name}.jsonl`)),
  }));
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new FileFault(`${folder}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

function readExamples(path: string): Example[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readExample(path, line, index + 1)]));
}

function readExample(path: string, line: string, number: number): Example {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new FileFault(`${path}: line ${number} is no JSON`);
  }
  const result = exampleSchema.safeParse(value);
  if (!result.success) throw new FileFault(`${path}: line ${number}: ${result.error.issues[0]?.path.join('.') ?? ''}: ${result.error.issues[0]?.message ?? ''}`);
  return result.data;
}
