import type { Message, ToolCall } from '@foodie-express/session-store';

/** A tool as a model sees it. */
export interface ToolDescription {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A line of the order under way. */
export interface OrderLineFact {
  readonly itemId: string;
  readonly itemName: string;
  readonly quantity: number;
  readonly options: readonly OrderOptionFact[];
  readonly notes?: string | undefined;
}

export interface OrderOptionFact {
  readonly group_id: string;
  readonly choice_id: string;
  readonly qualifier?: 'light' | 'extra' | undefined;
  readonly negated?: boolean | undefined;
  readonly count?: number | undefined;
}

/** What the code knows about the conversation beyond its messages. No secret is among it. */
export interface ConversationFacts {
  readonly username: string | undefined;
  /** The restaurant of the page that the person writes from. */
  readonly pageRestaurant: string | undefined;
  readonly order: { readonly restaurantName: string; readonly lines: readonly OrderLineFact[] } | undefined;
  /** The priced order that the person was shown in an earlier turn and has not answered yet. */
  readonly pendingOrder:
    | {
        readonly summary: string;
        readonly restaurantName: string;
        readonly total: number;
        readonly currency: string;
        /** By the reply before: a yes or no speaks of it. */
        readonly isShownLast: boolean;
      }
    | undefined;
  /** Set where this message held a password, which was taken out of it: what it was given for. */
  readonly passwordGivenFor: 'login' | 'registration' | undefined;
  /** The person was asked to log in and has not yet: a word alone may be their name. */
  readonly isAskedToLogIn: boolean;
  /** A login or a registration that is told step by step, or was called off by this message. */
  readonly account?: AccountFact | undefined;
}

/** How far a login or a registration has come. */
export interface AccountFact {
  readonly isCalledOff: boolean;
  /** Undefined where it was called off. */
  readonly purpose?: 'login' | 'registration';
  /** Asked for last. */
  readonly asked?: 'username' | 'email' | 'password';
  /** By the reply before. */
  readonly isFresh?: boolean;
  readonly hasName?: boolean;
}

export interface ChatModelRequest {
  /** The history; the person's message of this turn is the last one of role `user`. */
  readonly messages: readonly Message[];
  readonly tools: readonly ToolDescription[];
  readonly facts: ConversationFacts;
  /** What the model asked to be remembered with its last reply: any JSON. */
  readonly memory: unknown;
  /** Aborted where the turn's time is up or the person has left. */
  readonly signal: AbortSignal;
  /** Called with each piece of text as it is made; the pieces together are the reply's text. */
  readonly onText: (piece: string) => void;
}

/** Whose reply it is, where another model answered in place of the one that was asked. */
interface AnsweredBy {
  readonly model?: string;
}

export type ChatModelReply = AnsweredBy & (
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Short messages that the person may send next. */
      readonly suggestions?: readonly string[];
      readonly memory?: unknown;
      readonly tokens?: number;
    }
  | { readonly kind: 'tool_calls'; readonly calls: readonly ToolCall[]; readonly text?: string; readonly memory?: unknown; readonly tokens?: number }
);

/**
 * Whoever understands the person and proposes what to do. It decides nothing: the tools it asks for are run by code that
 * checks them, and an order is placed only upon the person's own word.
 */
export interface ChatModel {
  /** As `GET /health` names it. */
  readonly name: string;

  /** Text ends the turn; tool calls are run and their results appended to the messages of the next request. */
  reply(request: ChatModelRequest): Promise<ChatModelReply>;
}
