import { jestProject } from '../../jest.project.mjs';

export default jestProject('chat-agent', import.meta.url);
