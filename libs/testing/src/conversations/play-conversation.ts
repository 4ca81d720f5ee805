import { expect } from '@jest/globals';
import type { ChatResponse, OrderLine } from '@foodie-express/contracts';
import type { Conversation } from './read-conversations';
import { replyFaults } from './reply-faults';

/** Where a conversation is played. */
export interface Stage {
  /** Of an account that exists; the name with an `n` behind it is free. */
  readonly name: string;
  readonly say: (message: string) => Promise<ChatResponse>;
  /** The lines of the latest order that the API has of the person, or of who has the free name; none where there is no order. */
  readonly latestOrder: () => Promise<readonly OrderLine[]>;
}

/**
 * Plays a conversation and holds every reply against what is expected of it, and of any reply. `NAME` in a message stands for an
 * account that exists, `NEW` for one that does not yet.
 */
export async function playConversation({ exchanges }: Conversation, { name, say, latestOrder }: Stage): Promise<void> {
  for (const { message, has, hasNot, order, placed } of exchanges) {
    const said = message.replace(/\bNAME\b/g, name).replace(/\bNEW\b/g, `${name}n`);
    const { response, pending_order } = await say(said);
    const context = `\n> ${said}\n${response}`;
    expect([context, replyFaults(response)]).toEqual([context, []]);
    for (const text of has) expect(context.toLowerCase()).toContain(text.toLowerCase());
    for (const text of hasNot) expect(response.toLowerCase()).not.toContain(text.toLowerCase());
    if (order !== undefined) expect([context, (pending_order?.lines ?? []).map(lineText)]).toEqual([context, order]);
    if (placed !== undefined) expect([context, (await latestOrder()).map(lineText)]).toEqual([context, placed]);
  }
}

function lineText({ quantity, item_name, options, notes }: OrderLine): string {
  const said = options.map(({ name, negated, qualifier }) => [negated === true ? 'no' : '', qualifier ?? '', name].filter((part) => part !== '').join(' '));
  const details = [...said, ...(notes === undefined ? [] : [`note: ${notes}`])];
  return `${quantity} ${item_name}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}
