import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Why no password was read, in a sentence. */
export class PasswordFault extends Error {
  override readonly name = 'PasswordFault';
}

/** Longer input is no password; 128 characters are the most that one may have. */
const MAX_PIPED_LENGTH = 1_000;

/** Asks for a new password, twice and without showing it; where no person sits there, reads one line. @throws PasswordFault */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return readLine();
  const password = await ask('Password: ');
  if ((await ask('Again: ')) !== password) throw new PasswordFault('The two passwords differ.');
  return password;
}

function ask(question: string): Promise<string> {
  // The interface takes the echo from the terminal before the question stands, and shows what is typed on its output: this one shows nothing.
  const output = new Writable({ write: (_chunk, _encoding, done) => { done(); } });
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  process.stderr.write(question);
  return new Promise<string>((resolve, reject) => {
    terminal.question('', resolve);
    // Ctrl-C and Ctrl-D close it without an answer.
    terminal.once('close', () => { reject(new PasswordFault('No password was given.')); });
  }).finally(() => {
    terminal.close();
    process.stderr.write('\n');
  });
}

async function readLine(): Promise<string> {
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    text += String(chunk);
    if (text.includes('\n') || text.length > MAX_PIPED_LENGTH) break;
  }
  const line = text.split(/\r?\n/)[0] ?? '';
  if (line === '') throw new PasswordFault('The password is missing: give it as one line of standard input, or run this in a terminal to be asked for it.');
  return line;
}
