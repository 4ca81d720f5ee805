import { jestProject } from '../../jest.project.mjs';

export default jestProject('error-messages', import.meta.url);
