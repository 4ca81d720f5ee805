import { jestProject } from '../../jest.project.mjs';

export default jestProject('testing', import.meta.url);
