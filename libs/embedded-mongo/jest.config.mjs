import { jestProject } from '../../jest.project.mjs';

export default jestProject('embedded-mongo', import.meta.url);
