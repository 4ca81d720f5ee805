import { runCommand } from '../stack/command-line';
import { run } from './run';

await runCommand(run);
