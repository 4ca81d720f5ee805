import { accountResultSchema, profileResultSchema } from '../../../tools/results';
import type { Dialogue } from '../dialogue';
import { HOW_TO_REGISTER } from '../intents/account';
import { call, type Move, say } from '../move';
import type { ToolOutcome } from './tool-outcome';

/** What the login was needed for is done now; an order under way goes on where it was. */
export function sayAccount({ result }: ToolOutcome, { facts, memory }: Dialogue): Move {
  const { username, password_needed, registered } = accountResultSchema.parse(result);
  if (password_needed === true) return say(`Thanks! And the password of ${username}? (I hide it from everything but the login.)`, [], { question: undefined });
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

export function sayAccountProblem({ tool, error }: ToolOutcome, { facts }: Dialogue): Move | undefined {
  if (error === undefined) return undefined;
  if (error.code === 'username_missing') return say('What is your username?', [], { question: { kind: 'username', purpose: 'login' } });
  if (error.code === 'email_missing') return say(HOW_TO_REGISTER);
  if (error.code === 'login_failed') return say(`${error.message} Send the password again, or: login NAME PASSWORD${facts.order === undefined ? '' : `\nYour order from ${facts.order.restaurantName} is kept.`}`);
  return tool === 'register_user' ? say(`${error.message}\n${HOW_TO_REGISTER}`) : undefined;
}
