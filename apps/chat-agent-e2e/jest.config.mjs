import { jestProject } from '../../jest.project.mjs';

export default jestProject('chat-agent-e2e', import.meta.url);
