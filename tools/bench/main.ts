import { runCommand } from '../stack/command-line';
import { bench } from './bench';

await runCommand(bench);
