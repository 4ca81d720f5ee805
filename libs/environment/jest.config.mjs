import { jestProject } from '../../jest.project.mjs';

export default jestProject('environment', import.meta.url);
