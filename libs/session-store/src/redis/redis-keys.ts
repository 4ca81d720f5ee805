/** The keys of one user. What stands in braces decides the slot in Redis Cluster, so all four live in one. */
export interface RedisKeys {
  readonly session: string;
  readonly pendingOrder: string;
  readonly lock: string;
  readonly queue: string;
}

/** Braces in a user id would end the hash tag early or leave it empty, and its keys would scatter over slots. */
const ESCAPES: Readonly<Record<string, string>> = { '{': '%7B', '}': '%7D', '%': '%25' };

export function redisKeys(userId: string): RedisKeys {
  const tag = `{${userId.replace(/[{}%]/g, (character) => ESCAPES[character] ?? character)}}`;
  return { session: `chat_session:${tag}`, pendingOrder: `pending_order:${tag}`, lock: `chat_lock:${tag}`, queue: `chat_queue:${tag}` };
}
