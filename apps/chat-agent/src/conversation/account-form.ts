import { z } from 'zod';
import type { ConversationFacts } from '../models/chat-model';
import { isRefusal } from './agreement';
import { kindOfWord } from './password-words';
import type { AwaitedPassword } from './take-out-password';

/** What a person who logs in or registers step by step is asked for. */
export type AccountField = 'username' | 'email' | 'password';
export type AccountPurpose = AwaitedPassword['purpose'];

export const accountFormSchema = z.object({
  purpose: z.enum(['login', 'registration']),
  /** Asked for last. */
  asked: z.enum(['username', 'email', 'password']),
  username: z.string().optional(),
  /** In place of `username`, sealed: a name that looks like a password, and may be one. */
  sealedName: z.string().optional(),
  email: z.string().optional(),
  /** Messages since it was asked. */
  age: z.number().int(),
});

export type StoredAccountForm = z.infer<typeof accountFormSchema>;

/** What is known of whom the form is for. */
export interface AccountDetails {
  readonly purpose: AccountPurpose;
  readonly username?: string | undefined;
  readonly email?: string | undefined;
}

/** Encrypts for the conversation at hand. */
export interface Sealing {
  seal(text: string): string;
  unseal(sealed: string): string | undefined;
}

/** So many messages about something else later, nobody goes on with it. */
const LIFE = 3;

/** A message that calls it off instead of answering. */
const CALLED_OFF = /^\s*(?:no|nope|cancel|stop|never\s?mind|forget (?:it|that)|not now|skip|quit|exit|back|later)(?:\s+(?:please|thanks|thank you|it|that))?\s*(?:[.!]+\s*)?$/i;

/** Whether a message calls the login or the registration off instead of answering. */
export function isCalledOff(message: string): boolean {
  return CALLED_OFF.test(message) || (isRefusal(message) && !/\border\b/i.test(message));
}

/**
 * A login or a registration that is told step by step: who they are, as far as that was told, and what was asked for last. No
 * password is in it, sealed or not: it comes last, or is asked for again. A name that looks like a password is kept sealed, and in no
 * reply before the API knows it for one.
 */
export class AccountForm {
  /** The person called it off in this message. */
  readonly isCalledOff: boolean;
  private form: StoredAccountForm | undefined;

  constructor(
    stored: StoredAccountForm | undefined,
    message: string,
    private readonly sealing: Sealing,
  ) {
    const isAlive = stored !== undefined && stored.age < LIFE;
    this.isCalledOff = isAlive && stored.age === 0 && isCalledOff(message);
    this.form = isAlive && !this.isCalledOff ? { ...stored, age: stored.age + 1 } : undefined;
  }

  get stored(): StoredAccountForm | undefined {
    return this.form;
  }

  /** The question was asked by the reply before, or in this turn. */
  private get isFresh(): boolean {
    return this.form !== undefined && this.form.age <= 1;
  }

  /** The name, where a reply may say it: it does not look like a password. */
  get plainName(): string | undefined {
    return this.form?.username;
  }

  get details(): AccountDetails | undefined {
    if (this.form === undefined) return undefined;
    const { purpose, username, sealedName, email } = this.form;
    return { purpose, username: username ?? (sealedName === undefined ? undefined : this.sealing.unseal(sealedName)), email };
  }

  /** As a model may know it; undefined where nothing is under way and nothing was called off. */
  get fact(): ConversationFacts['account'] {
    const { form, details, isCalledOff, isFresh } = this;
    if (form === undefined) return isCalledOff ? { isCalledOff } : undefined;
    return { isCalledOff, purpose: form.purpose, asked: form.asked, isFresh, hasName: details?.username !== undefined };
  }

  /** How the message is to be searched for a password; undefined where nothing is being asked. */
  get awaited(): AwaitedPassword | undefined {
    const { details, form } = this;
    if (details === undefined || form === undefined) return undefined;
    const isAsked = form.asked === 'password' && this.isFresh;
    return { ...details, asked: form.asked, ...(!isAsked && { isByTheWay: true }) };
  }

  /** Adds what was told; what is not told stays as it was, and is kept where a login becomes a registration. */
  fill({ purpose, username, email }: AccountDetails): AccountDetails {
    const known = this.form;
    const named = username === undefined ? { username: known?.username, sealedName: known?.sealedName } : this.nameToKeep(username);
    this.form = { purpose, asked: known?.asked ?? 'username', ...named, email: email ?? known?.email, age: 0 };
    return { purpose, username: this.details?.username, email: this.form.email };
  }

  /** The next message answers. */
  ask(field: AccountField): void {
    if (this.form !== undefined) this.form = { ...this.form, asked: field, age: 0 };
  }

  /** It was no good: it is asked for again, and the rest stays. */
  refuse(field: AccountField): void {
    if (this.form === undefined) return;
    if (field === 'username') this.form = { ...this.form, username: undefined, sealedName: undefined };
    if (field === 'email') this.form = { ...this.form, email: undefined };
    this.ask(field);
  }

  /** The password may be given again, and something else may be said as well. */
  awaitByTheWay(): void {
    if (this.form !== undefined) this.form = { ...this.form, asked: 'password', age: 1 };
  }

  /** Done. */
  finish(): void {
    this.form = undefined;
  }

  private nameToKeep(name: string): Pick<StoredAccountForm, 'username' | 'sealedName'> {
    const isPlain = kindOfWord(name) === 'other' || kindOfWord(name) === 'address';
    return isPlain ? { username: name, sealedName: undefined } : { username: undefined, sealedName: this.sealing.seal(name) };
  }
}
