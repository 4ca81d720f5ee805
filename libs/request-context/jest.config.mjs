import { jestProject } from '../../jest.project.mjs';

export default jestProject('request-context', import.meta.url);
