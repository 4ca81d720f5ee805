import { keptSecret } from '@foodie-express/environment';
import type { Configuration } from './configuration';

/**
 * `SESSION_SECRET`, or outside of production one that is made at the first start and kept in `DATA_DIR`, so that conversations
 * outlive a restart and agents that share the folder share it too.
 */
export async function sessionSecret({ SESSION_SECRET, DATA_DIR }: Pick<Configuration, 'SESSION_SECRET' | 'DATA_DIR'>): Promise<string> {
  return SESSION_SECRET ?? keptSecret(DATA_DIR, 'session-secret');
}
