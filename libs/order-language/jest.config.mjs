import { jestProject } from '../../jest.project.mjs';

export default jestProject('order-language', import.meta.url);
