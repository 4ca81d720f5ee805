import { jestProject } from '../../jest.project.mjs';

export default jestProject('observability', import.meta.url);
