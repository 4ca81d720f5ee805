import type { Logger } from '@foodie-express/observability';
import type { RestaurantClient } from '@foodie-express/restaurant-client';
import type { Configuration } from '../configuration';
import type { ChatModel } from './chat-model';
import { FallbackChatModel } from './fallback-chat-model';
import { LocalChatModel } from './local/local-chat-model';
import { OpenAiChatModel } from './openai/openai-chat-model';

/** Of a turn, what one model call may take at most, its retries and its stream included. */
const CALL_SHARE = 0.6;

type ModelConfiguration = Pick<Configuration, 'CHAT_MODEL' | 'OPENAI_API_KEY' | 'OPENAI_BASE_URL' | 'OPENAI_MODEL' | 'OPENAI_TIMEOUT' | 'TURN_TIMEOUT'>;

export interface CreatedChatModel {
  readonly model: ChatModel;
  /** The remote model, where there is one. */
  readonly remote: OpenAiChatModel | undefined;
}

/** The model that the configuration asks for; behind a remote one stands the local one. */
export function createChatModel(configuration: ModelConfiguration, api: RestaurantClient, logger: Logger): CreatedChatModel {
  const { CHAT_MODEL, OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL, OPENAI_TIMEOUT, TURN_TIMEOUT } = configuration;
  const local = new LocalChatModel(api);
  if (CHAT_MODEL === 'local' || (CHAT_MODEL === 'auto' && OPENAI_API_KEY === undefined)) return { model: local, remote: undefined };
  const remote = new OpenAiChatModel({
    apiKey: OPENAI_API_KEY ?? 'none',
    baseUrl: OPENAI_BASE_URL,
    model: OPENAI_MODEL,
    timeoutMs: OPENAI_TIMEOUT * 1_000,
    callTimeoutMs: TURN_TIMEOUT * 1_000 * CALL_SHARE,
    retries: 1,
  });
  return { model: new FallbackChatModel(remote, local, logger), remote };
}
