import { usernameSchema } from '@foodie-express/contracts';
import { describeFailure } from '@foodie-express/error-messages';
import { z } from 'zod';
import type { AccountDetails, AccountField } from '../conversation/account-form';
import { type GivenPassword, NAME_MARK, PASSWORD_MARK } from '../conversation/take-out-password';
import { requireToken } from './require-token';
import type { accountResultSchema, profileResultSchema } from './results';
import { defineTool, type Tool, type ToolContext } from './tool';
import { ToolError } from './tool-error';

type AccountResult = z.infer<typeof accountResultSchema>;

const WEAK = 'A password needs 8 to 128 characters with a letter and a digit.';

/** A model may repeat what stands in place of a name. */
const MARKS: ReadonlySet<string> = new Set([NAME_MARK, PASSWORD_MARK]);

const toldSchema = z.string().trim().min(1).max(254).transform((told) => (MARKS.has(told) ? undefined : told)).optional();

const STEPS = 'Call it with whatever was told, as often as needed: what is needed next is in the answer, and what was told before is kept.';

const loginUser = defineTool({
  name: 'login_user',
  inOrder: true,
  description: `Logs the person in. A password they wrote is taken from their message and never shown; without one they are asked for it. ${STEPS}`,
  parameters: z.strictObject({ username: toldSchema }),
  run: async ({ username }, { api, turn, signal }): Promise<AccountResult> => {
    const given = turn.usePassword();
    const details = turn.accountForm.fill({ purpose: 'login', username: nameOf(turn, given, username), email: given?.email });
    const name = details.username ?? details.email;
    if (name === undefined) return ask(turn, 'username');
    if (given === undefined) return ask(turn, 'password');
    return logIn(name, given.password, { api, turn, signal });
  },
});

const registerUser = defineTool({
  name: 'register_user',
  inOrder: true,
  description: `Makes an account and logs in. The password is taken from the message, as for login_user. ${STEPS}`,
  parameters: z.strictObject({ username: toldSchema, email: toldSchema }),
  run: async (told, { api, turn, signal }): Promise<AccountResult> => {
    const given = turn.usePassword();
    turn.accountForm.fill({ purpose: 'registration', username: nameOf(turn, given, told.username), email: given?.email ?? told.email });
    const { username, email } = wellFormed(turn);
    if (username === undefined) return ask(turn, 'username');
    // What was hidden where a name was asked for was the password.
    if (username === given?.password) throw refused(turn, 'username', 'A password cannot be the user name too.');
    if (email === undefined) return ask(turn, 'email');
    if (given === undefined) return ask(turn, 'password');
    await api.register({ username, email, password: given.password }, signal).catch((error: unknown) => {
      throw refusedByApi(turn, error);
    });
    const { username: registered } = await logIn(username, given.password, { api, turn, signal });
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
    turn.accountForm.fill({ purpose: 'login', username });
    turn.accountForm.awaitByTheWay();
    throw error;
  });
  const user = await api.getUser(token, signal);
  turn.logIn({ userId: user.id, username: user.username, token });
  return { username: user.username };
}

/** As told beside the password; else as the model has it, who may know of another one than was told before. */
function nameOf({ accountForm }: ToolContext['turn'], given: GivenPassword | undefined, told: string | undefined): string | undefined {
  return given?.username === undefined || given.username === accountForm.details?.username ? (told ?? given?.username) : given.username;
}

function ask({ accountForm }: ToolContext['turn'], needed: AccountField): AccountResult {
  accountForm.ask(needed);
  return { username: accountForm.plainName, needed };
}

/** What is known of a new account. @throws ToolError where the contract would not take it: that is forgotten, and asked for again */
function wellFormed(turn: ToolContext['turn']): Partial<Pick<AccountDetails, 'username' | 'email'>> {
  const { username, email } = turn.accountForm.details ?? {};
  if (username !== undefined && !usernameSchema.safeParse(username).success) throw refused(turn, 'username', 'A user name is 3 to 30 letters, digits, - and _ without blanks or accents.');
  if (email !== undefined && !z.email().max(254).safeParse(email).success) throw refused(turn, 'email', 'That is no e-mail address.');
  return { username, email };
}

function refused({ accountForm }: ToolContext['turn'], field: AccountField, reason: string): ToolError {
  accountForm.refuse(field);
  return new ToolError(`${field}_refused`, reason);
}

/** What the API did not take is asked for again; where it could not answer, the password alone. */
function refusedByApi(turn: ToolContext['turn'], error: unknown): unknown {
  const { errors = [], detail } = describeFailure(error);
  const field = (['username', 'email', 'password'] as const).find((each) => errors.some(({ path }) => path === each));
  if (field === undefined) {
    turn.accountForm.awaitByTheWay();
    return error;
  }
  return refused(turn, field, field === 'password' ? WEAK : `${detail}.`.replace(/\.+$/, '.'));
}
