import { chatResponseSchema, problemSchema } from '@foodie-express/contracts';
import { send } from '../http';
import { faultOf, type Plan, type Turn } from './turns';

/** One turn as it went. */
export interface TurnRecord {
  /** Of the kind of turn. */
  readonly turn: string;
  readonly milliseconds: number;
  readonly outcome: 'right' | 'wrong' | 'error';
  /** What went wrong, in a sentence. */
  readonly fault?: string;
}

/** Somebody who has a conversation of their own, one message after the other, each at the next instance. */
export class Person {
  private sessionToken: string | undefined;

  /** @param number counts people from 0 */
  constructor(
    private readonly number: number,
    private readonly plan: Plan,
    private readonly agentUrls: readonly string[],
  ) {}

  /** Goes on after a fault: what follows from it is told too. */
  async converse(turns: readonly Turn[], signal: AbortSignal): Promise<TurnRecord[]> {
    const records: TurnRecord[] = [];
    for (const [index, turn] of turns.entries()) {
      signal.throwIfAborted();
      records.push(await this.take(turn, index));
    }
    return records;
  }

  private async take(turn: Turn, index: number): Promise<TurnRecord> {
    const begin = performance.now();
    const [outcome, fault] = await this.say(turn, `${this.plan.username}.${index}`, this.instance(index));
    const record = { turn: turn.name, milliseconds: performance.now() - begin, outcome };
    return fault === undefined ? record : { ...record, fault: `${this.plan.username}, turn ${index + 1} (${turn.name}): ${fault}` };
  }

  private async say(turn: Turn, requestId: string, agentUrl: string): Promise<[TurnRecord['outcome'], string?]> {
    const session = this.sessionToken === undefined ? {} : { 'x-session-token': this.sessionToken };
    const body = { user_id: this.plan.username, message: turn.message(this.plan) };
    try {
      const answer = await send('POST', `${agentUrl}/chat`, body, { 'x-request-id': requestId, ...session });
      if (answer.status !== 200) return ['error', `answered with ${answer.status}: ${problemSchema.safeParse(answer.body).data?.detail ?? 'no problem details'}`];
      const reply = chatResponseSchema.parse(answer.body);
      this.sessionToken = reply.session_token;
      if (reply.request_id !== requestId) return ['wrong', `is the reply to ${reply.request_id}`];
      const fault = faultOf(turn, this.plan, reply);
      return fault === undefined ? ['right'] : ['wrong', `the reply ${fault}: ${JSON.stringify(reply.response)}`];
    } catch (error) {
      return ['error', error instanceof Error ? error.message : String(error)];
    }
  }

  /** Consecutive messages go to different instances, and at any time all instances have their share of people. */
  private instance(turn: number): string {
    const url = this.agentUrls[(this.number + turn) % this.agentUrls.length];
    if (url === undefined) throw new RangeError('no instance to talk to');
    return url;
  }
}
