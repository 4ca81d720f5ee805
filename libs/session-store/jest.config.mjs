import { jestProject } from '../../jest.project.mjs';

export default jestProject('session-store', import.meta.url);
