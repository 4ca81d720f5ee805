import { isAgreement, isCompletion, isRefusal } from '../conversation/agreement';
import { besidesCallingOff } from '../conversation/calling-off';
import { takeOutPassword } from '../conversation/take-out-password';
import { interpret } from '../models/local/interpret';
import { DOSAS, IntentStage } from './intent-stage';

/**
 * A program that reads one message at a time as the agent does, with and without an order under way, and sends it back. It is a process
 * of its own because a pattern that does not end can only be ended with its process.
 */
const stage = await IntentStage.start();

process.on('message', (message: string) => {
  void read(message).then(() => {
    process.send?.(message);
  });
});

async function read(message: string): Promise<void> {
  isAgreement(message);
  isRefusal(message);
  isCompletion(message);
  besidesCallingOff(message);
  takeOutPassword(message, undefined);
  takeOutPassword(message, { purpose: 'login', username: 'alice' });
  for (const facts of [{}, DOSAS]) await interpret(await stage.dialogue(message, facts));
}
