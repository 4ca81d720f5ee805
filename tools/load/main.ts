import { runCommand } from '../stack/command-line';
import { load } from './load';

await runCommand(load);
