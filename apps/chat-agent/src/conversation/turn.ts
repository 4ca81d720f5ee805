import { createHash, randomUUID } from 'node:crypto';
import type { OrderItem, Quote } from '@foodie-express/contracts';
import type { Message, SessionLease, TurnOutcome } from '@foodie-express/session-store';
import type { ConversationFacts } from '../models/chat-model';
import { type Caller, provenClient } from './access';
import { AccountForm } from './account-form';
import { type ConversationState, newClient, newNonce, type OrderUnderWay, type PendingOrder, readPendingOrder, readState } from './conversation-state';
import { orderSummary } from './order-summary';
import type { SessionSecrets } from './session-secrets';
import { awaitedByTheWay } from './awaited-by-the-way';
import { type GivenPassword, takeOutPassword } from './take-out-password';

/** Turns count from 1. */
const NO_TURN = 0;

export interface TurnRequest {
  /** The session at hand; whoever runs the turn saves it or gives it back. */
  readonly lease: SessionLease;
  readonly userId: string;
  readonly message: string;
  readonly pageRestaurant?: string | undefined;
  readonly caller: Caller;
}

/** One message of a person on its way to a reply: the conversation as it was found, and the changes that tools make to it. */
export class Turn {
  readonly userId: string;
  /** The person's message without any password. */
  readonly message: string;
  /** The history, this turn's messages included. */
  readonly messages: Message[];
  /** Whom a login or a registration under way is for. */
  readonly accountForm: AccountForm;
  private readonly state: ConversationState;
  private givenPassword: GivenPassword | undefined;
  private pending: PendingOrder | undefined;
  private preparedNow = false;
  /** What the person has to be told in this turn, whatever becomes of it: their order was placed. */
  placed: string | undefined;
  /** The session token of the request that opened the conversation; undefined where none did. */
  readonly provenBy: string | undefined;
  /** What opens the conversation where nothing of this turn is kept. */
  readonly tokenBefore: string;
  /** Of the token that came with the request; a new one where none did, so that nobody is given the token of somebody else. */
  private readonly client: string;

  constructor(
    private readonly request: TurnRequest,
    private readonly secrets: SessionSecrets,
  ) {
    const { lease } = request;
    const found = readState(lease.session?.state);
    const proven = provenClient(request.caller, request.userId, found, secrets);
    this.provenBy = proven?.token;
    this.client = proven?.client ?? newClient();
    this.tokenBefore = secrets.sessionToken(request.userId, found.nonce, this.client);
    const isBound = found.isBound === true || (proven !== undefined && proven.client === found.client);
    this.state = { ...found, turn: found.turn + 1, client: found.client ?? this.client, isBound };
    this.pending = readPendingOrder(lease.pendingOrder);
    this.userId = request.userId;
    this.accountForm = new AccountForm(found.accountForm, request.message, { seal: (text) => secrets.seal(text, request.userId), unseal: (sealed) => secrets.unseal(sealed, request.userId) });
    const awaited = this.accountForm.awaited ?? awaitedByTheWay(request.message, lease.session?.messages);
    const { message, given, possibleName } = takeOutPassword(request.message, awaited);
    if (possibleName !== undefined) this.accountForm.fill({ purpose: awaited?.purpose ?? 'login', username: possibleName });
    this.message = message;
    this.givenPassword = given;
    this.messages = [...(lease.session?.messages ?? []), { role: 'user', content: message }];
    this.adoptAccount();
  }

  /** Counts the turns of the conversation from 1. */
  get number(): number {
    return this.state.turn;
  }

  get facts(): ConversationFacts {
    const { login, order } = this.state;
    return {
      username: login?.username,
      pageRestaurant: this.request.pageRestaurant,
      order,
      pendingOrder: this.pending === undefined ? undefined : pendingOrderFact(this.pending, this.number),
      passwordGivenFor: this.givenPassword?.purpose,
      isAskedToLogIn: this.state.isAskedToLogIn === true,
      account: this.accountForm.fact,
    };
  }

  get order(): OrderUnderWay | undefined {
    return this.state.order;
  }

  /** What was shown with prices no longer is what is being ordered, so a pending order goes. */
  set order(order: OrderUnderWay | undefined) {
    if (order === undefined || order.lines.length === 0) {
      this.finishOrder();
      return;
    }
    this.state.order = order;
    this.state.orderId ??= randomUUID();
    this.pending = undefined;
  }

  get pendingOrder(): PendingOrder | undefined {
    return this.pending;
  }

  /**
   * Keeps a priced order for the person's yes; the reply of this turn shows it. The same items at the same prices are the same order,
   * so that a yes whose outcome was never learnt, and another one later, place it once.
   * @param preparedAt local time for which a closed restaurant takes it
   */
  awaitConfirmation(items: readonly OrderItem[], quote: Quote, preparedAt?: string): PendingOrder {
    this.preparedNow = true;
    const id = this.pendingId(items, quote);
    const attemptedAt = this.pending?.id === id ? this.pending.attemptedAt : undefined;
    this.pending = { id, shownInTurn: this.number, items: [...items], quote, preparedAt, attemptedAt };
    return this.pending;
  }

  /** From now on it is another order, though its items and prices stay: the one that was placed for it is called off. */
  renewOrder(): void {
    this.state.orderId = randomUUID();
    if (this.pending !== undefined) this.pending = { ...this.pending, id: this.pendingId(this.pending.items, this.pending.quote), attemptedAt: undefined };
  }

  /** The pending order as the person is shown it. */
  get pendingSummary(): string | undefined {
    return this.pending === undefined ? undefined : orderSummary(this.pending.quote, this.pending.preparedAt);
  }

  /** The order was priced in this turn: its reply has to show it. */
  get hasToShowOrder(): boolean {
    return this.preparedNow && this.pending !== undefined;
  }

  /** The reply of this turn shows the pending order, or asks for another yes to it: the next message may answer. */
  markShown(): void {
    if (this.pending !== undefined) this.pending = { ...this.pending, shownInTurn: this.number };
  }

  /** The person has left before the reply of this turn: what it would have shown for the first time nobody has seen. */
  markUnseen(): void {
    if (this.preparedNow && this.pending !== undefined) this.pending = { ...this.pending, shownInTurn: NO_TURN };
  }

  /** The pending order is on its way to the API. */
  markAttempted(): void {
    if (this.pending !== undefined) this.pending = { ...this.pending, attemptedAt: new Date().toISOString() };
  }

  /** The API has said that it did not take the order. */
  markRefused(): void {
    if (this.pending !== undefined) this.pending = { ...this.pending, attemptedAt: undefined };
  }

  dropPendingOrder(): void {
    this.pending = undefined;
  }

  /** The order was placed or dropped: neither it nor what it was made of is left. */
  finishOrder(): void {
    this.pending = undefined;
    this.state.order = undefined;
    this.state.orderId = undefined;
  }

  /** The person's bearer token; undefined while nobody is logged in. */
  get token(): string | undefined {
    const { login } = this.state;
    return login === undefined ? undefined : this.secrets.unseal(login.sealedToken, this.userId);
  }

  get username(): string | undefined {
    return this.state.login?.username;
  }

  /** From now on the conversation acts for this account. A new account gets a new session token: older ones open it no longer. */
  logIn({ userId, username, token }: { userId: string; username: string; token: string }): void {
    if (this.state.owner !== userId) this.state.nonce = newNonce();
    this.state.owner = userId;
    this.state.isAskedToLogIn = undefined;
    this.accountForm.finish();
    this.state.login = { userId, username, sealedToken: this.secrets.seal(token, this.userId) };
  }

  /** By the person's wish, or because the API no longer accepts the token. The conversation stays theirs. */
  logOut(): void {
    this.state.login = undefined;
  }

  /** This message holds a password: by its end somebody else may be logged in, and the session token another one. */
  get mayLogIn(): boolean {
    return this.givenPassword !== undefined;
  }

  /** The password of this message, once; undefined where it held none or it was used. */
  usePassword(): GivenPassword | undefined {
    const given = this.givenPassword;
    this.givenPassword = undefined;
    return given;
  }

  /** From here to the next login, a name alone is said for it. */
  askToLogIn(): void {
    this.state.isAskedToLogIn = true;
  }

  get memory(): unknown {
    return this.state.memory;
  }

  set memory(memory: unknown) {
    this.state.memory = memory;
  }

  get sessionToken(): string {
    return this.secrets.sessionToken(this.userId, this.state.nonce, this.client);
  }

  get outcome(): TurnOutcome {
    return { session: { messages: this.messages, state: { ...this.state, accountForm: this.accountForm.stored } }, pendingOrder: this.pending === undefined ? undefined : { ...this.pending } };
  }

  private pendingId(items: readonly OrderItem[], { restaurant_id }: Quote): string {
    this.state.orderId ??= randomUUID();
    return createHash('sha256').update(JSON.stringify([this.state.orderId, restaurant_id, items])).digest('base64url');
  }

  /** A bearer token that came with the request is a login. */
  private adoptAccount(): void {
    const { account } = this.request.caller;
    if (account !== undefined) this.logIn(account);
  }
}

function pendingOrderFact({ quote, preparedAt, shownInTurn }: PendingOrder, turn: number): NonNullable<ConversationFacts['pendingOrder']> {
  const { restaurant_name: restaurantName, total_price: total, currency } = quote;
  return { summary: orderSummary(quote, preparedAt), restaurantName, total, currency, isShownLast: shownInTurn >= turn - 1 };
}
