import { runCommand } from '../stack/command-line';
import { start } from './start';

await runCommand(start);
