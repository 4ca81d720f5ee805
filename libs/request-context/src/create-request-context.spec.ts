import { expect, it } from '@jest/globals';
import { readEnvironment } from '@foodie-express/environment';
import { createRequestContext } from './create-request-context';
import { requestContextVariables } from './request-context-variables';

it('loads cls-hooked, which leaves process.namespaces, only where it is chosen', async () => {
  await createRequestContext(readEnvironment(requestContextVariables, {}).REQUEST_CONTEXT_BACKEND);
  expect(process).not.toHaveProperty('namespaces');
  await createRequestContext(readEnvironment(requestContextVariables, { REQUEST_CONTEXT_BACKEND: 'cls-hooked' }).REQUEST_CONTEXT_BACKEND);
  expect(process).toHaveProperty('namespaces');
});
