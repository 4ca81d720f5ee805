import { jestProject } from '../../jest.project.mjs';

export default jestProject('restaurant-client', import.meta.url);
