import { oneOf } from '@foodie-express/environment';
import { requestContextBackends } from './create-request-context';

/** The environment variables of this lib, for an app's configuration. */
export const requestContextVariables = {
  REQUEST_CONTEXT_BACKEND: oneOf(requestContextBackends, {
    description: 'How request ID, user and channel follow asynchronous work; cls-hooked costs more than half of the throughput.',
    default: 'async-local-storage',
  }),
};
