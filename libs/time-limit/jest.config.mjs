import { jestProject } from '../../jest.project.mjs';

export default jestProject('time-limit', import.meta.url);
