import { runCommand } from '../stack/command-line';
import { chat } from './chat';

await runCommand(chat);
