import { runCommand } from '../stack/command-line';
import { demo } from './demo';

await runCommand(demo);
