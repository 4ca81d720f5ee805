import { keptSecret } from '@foodie-express/environment';
import type { Configuration } from '../configuration';

/**
 * The secret that signs access tokens: `JWT_SECRET`, or outside of production one that is made at the first start and kept in
 * `DATA_DIR`, so that logins outlive a restart.
 */
export async function signingSecret({ JWT_SECRET, DATA_DIR }: Pick<Configuration, 'JWT_SECRET' | 'DATA_DIR'>): Promise<string> {
  return JWT_SECRET ?? keptSecret(DATA_DIR, 'jwt-secret');
}
