import { usernameSchema } from '@foodie-express/contracts';
import { z } from 'zod';
import { requireToken } from './require-token';
import type { accountResultSchema, profileResultSchema } from './results';
import { defineTool, type Tool, type ToolContext } from './tool';
import { ToolError } from './tool-error';

type AccountResult = z.infer<typeof accountResultSchema>;

const loginUser = defineTool({
  name: 'login_user',
  inOrder: true,
  description: 'Logs the person in. A password they wrote is taken from their message and never shown; without one they are asked for it.',
  parameters: z.strictObject({ username: z.string().trim().min(1).max(254).optional() }),
  run: async ({ username }, { api, turn, signal }) => {
    const given = turn.usePassword();
    const name = given?.username ?? username;
    if (given === undefined || name === undefined) return askForPassword(turn, 'login', name);
    return logIn(name, given.password, { api, turn, signal });
  },
});

const registerUser = defineTool({
  name: 'register_user',
  inOrder: true,
  description: 'Makes an account and logs in. The password is taken from the message, as for login_user.',
  parameters: z.strictObject({ username: usernameSchema.optional(), email: z.email().max(254).optional() }),
  run: async ({ username, email }, { api, turn, signal }): Promise<AccountResult> => {
    const given = turn.usePassword();
    const address = given?.email ?? email;
    if (address === undefined) throw new ToolError('email_missing', 'To register I need a name, an email address and a password: register NAME EMAIL PASSWORD');
    const name = given?.username ?? username;
    if (given === undefined || name === undefined) return askForPassword(turn, 'registration', name, address);
    await api.register({ username: name, email: address, password: given.password }, signal);
    const { username: registered } = await logIn(name, given.password, { api, turn, signal });
    return { username: registered, registered: true };
  },
});

const getProfile = defineTool({
  name: 'get_profile',
  description: 'Whose account it is. Needs a login.',
  parameters: z.strictObject({}),
  run: async (_parameters, { api, turn, signal }): Promise<z.infer<typeof profileResultSchema>> => {
    const token = requireToken(turn, 'You are not logged in.');
    const [{ username, email }, orders] = await Promise.all([api.getUser(token, signal), api.listOrders(token, signal)]);
    return { username, email, orders: orders.length };
  },
});

const logoutUser = defineTool({
  name: 'logout_user',
  inOrder: true,
  description: 'Logs the person out of this conversation.',
  parameters: z.strictObject({}),
  run: (_parameters, { turn }) => {
    const { username } = turn;
    turn.logOut();
    return Promise.resolve({ logged_out: username !== undefined });
  },
});

export const accountTools: readonly Tool[] = [loginUser, registerUser, logoutUser, getProfile];

async function logIn(username: string, password: string, { api, turn, signal }: ToolContext): Promise<AccountResult> {
  const { access_token: token } = await api.login({ username, password }, signal).catch((error: unknown) => {
    // Whoever mistyped it may answer with nothing but the password.
    turn.askToLogIn();
    turn.awaitPassword({ purpose: 'login', username, isByTheWay: true });
    throw error;
  });
  const user = await api.getUser(token, signal);
  turn.logIn({ userId: user.id, username: user.username, token });
  return { username: user.username };
}

function askForPassword(turn: ToolContext['turn'], purpose: 'login' | 'registration', username: string | undefined, email?: string): AccountResult {
  if (username === undefined) throw new ToolError('username_missing', 'Whose account is it? Ask for the username.');
  turn.awaitPassword({ purpose, username, ...(email !== undefined && { email }) });
  return { username, password_needed: true };
}
