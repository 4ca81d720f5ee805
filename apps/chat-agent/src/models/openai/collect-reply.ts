import { createParser } from 'eventsource-parser';
import type { ChatModelReply } from '../chat-model';
import { completionChunkSchema } from './completion-chunk';
import { brokenReply, ReplyParts } from './reply-parts';

/** The end of a stream of chat completions, in place of JSON. */
const DONE = '[DONE]';

/** A longer event is none of a chat completion, in characters. */
const MAX_EVENT = 256 * 1024;

/**
 * Puts a streamed reply together from the bytes of its server-sent events, passing its text on as it comes. The events of a packet are read
 * at once: the client's own stream hands each over by several promises, which takes longer than all else in a turn.
 * @throws AppError `upstream_failed` where the stream ended before the reply did, or holds nothing that can be read as one
 */
export async function collectReply(bytes: AsyncIterable<Uint8Array>, onText: (piece: string) => void): Promise<ChatModelReply> {
  const parts = new ReplyParts(onText);
  const events = createParser({
    maxBufferSize: MAX_EVENT,
    // Lines that are none of an event are passed over.
    onError: (error) => { if (error.type === 'max-buffer-size-exceeded') throw brokenReply('an event of the reply is too long', error); },
    onEvent: ({ data }) => { if (!data.startsWith(DONE)) parts.add(readChunk(data)); },
  });
  const decoder = new TextDecoder();
  for await (const chunk of bytes) events.feed(decoder.decode(chunk, { stream: true }));
  return parts.reply();
}

function readChunk(data: string) {
  try {
    return completionChunkSchema.parse(JSON.parse(data));
  } catch (error) {
    throw brokenReply('an event of the reply cannot be read', error);
  }
}
