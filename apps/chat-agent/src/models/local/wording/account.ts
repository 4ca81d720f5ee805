import { NAME_MARK, PASSWORD_MARK } from '../../../conversation/take-out-password';
import { accountResultSchema, profileResultSchema } from '../../../tools/results';
import type { Dialogue } from '../dialogue';
import { HOW_TO_REGISTER } from '../intents/accounts/account';
import { call, type Move, say } from '../move';
import type { ToolOutcome } from './tool-outcome';

type Field = 'username' | 'email' | 'password';
type Purpose = 'login' | 'registration';

const WHAT_IS_HIDDEN = 'I hid that word, as it may be a password; if it was one, just tell me your user name.';
const NOTHING_KEPT = 'I keep no password, so it comes last.';

/** What the login was needed for is done now; an order under way goes on where it was. */
export function sayAccount({ tool, result }: ToolOutcome, { facts, memory, message }: Dialogue): Move {
  const { username, needed, registered } = accountResultSchema.parse(result);
  const purpose = tool === 'register_user' ? 'registration' : 'login';
  if (needed !== undefined) return asking(purpose, `${leadIn(needed, message)} ${questionFor(needed, purpose, username)}`);
  const welcome = registered === true ? `🎉 Welcome, ${username}! Your account is made and you are logged in.` : `✅ You are logged in as ${username}.`;
  if (memory.afterLogin !== undefined && memory.rest === undefined) {
    const { tool, parameters } = memory.afterLogin;
    return call(tool, parameters, { question: undefined, afterLogin: undefined, note: welcome });
  }
  if (facts.pendingOrder !== undefined) return say(`${welcome}\n${facts.pendingOrder.summary}\nShall I place it? (yes / no)`, ['Yes', 'No'], { question: undefined });
  if (facts.order !== undefined) return call('show_order', {}, { question: undefined, note: welcome });
  return say(`${welcome} What would you like to eat?`, ['Show restaurants', 'My orders'], { question: undefined });
}

export function sayProfile({ result }: ToolOutcome): Move {
  const { username, email, orders } = profileResultSchema.parse(result);
  return say(`You are logged in as ${username} (${email}), with ${orders} ${orders === 1 ? 'order' : 'orders'} so far. What would you like next?`, ['My orders', 'Show restaurants']);
}

export function sayAccountProblem({ tool, error }: ToolOutcome, { facts, message }: Dialogue): Move | undefined {
  if (error === undefined) return undefined;
  const purpose = tool === 'register_user' ? 'registration' : 'login';
  for (const field of ['username', 'email', 'password'] as const) {
    if (error.code === `${field}_refused`) return asking(purpose, `${error.message} ${questionAgain(field, message)}`);
  }
  if (error.code === 'login_failed') return say(`${error.message} Send the password again, or: login NAME PASSWORD${facts.order === undefined ? '' : `\nYour order from ${facts.order.restaurantName} is kept.`}`);
  return tool === 'register_user' ? say(`${error.message}\n${HOW_TO_REGISTER}`) : undefined;
}

function asking(purpose: Purpose, text: string): Move {
  return say(text, [], { question: { kind: 'username', purpose } });
}

function leadIn(needed: Field, message: string): string {
  if (message.includes(PASSWORD_MARK)) return `${needed === 'username' ? 'I hid that, as it looks like a password; if it is your user name, begin with "my user name is".' : 'Thanks!'} ${NOTHING_KEPT}`;
  if (message.includes(NAME_MARK)) return `Thanks! ${WHAT_IS_HIDDEN}`;
  return needed === 'username' && !message.includes('@') ? 'Sure!' : 'Thanks!';
}

function questionFor(needed: Field, purpose: Purpose, username: string | undefined): string {
  if (needed === 'email') return 'And your e-mail address?';
  if (needed === 'password') return `And the password${username === undefined ? '' : ` of ${username}`}? (${purpose === 'login' ? '' : '8 characters or more with a letter and a digit. '}I hide it from everything but the login.)`;
  if (purpose === 'login') return 'What is your username? New here? Send: register NAME EMAIL PASSWORD';
  return 'Which user name would you like? After it I ask for your e-mail and a password, or all at once: register NAME EMAIL PASSWORD';
}

function questionAgain(field: Field, message: string): string {
  if (field === 'password') return 'Which password would you like? The rest is kept.';
  const rest = message.includes(PASSWORD_MARK) ? `The rest is kept, but not the password: that I ask for again.` : 'The rest is kept.';
  return field === 'username' ? `Which user name would you like? ${rest}` : `What is your e-mail address? ${rest}`;
}
