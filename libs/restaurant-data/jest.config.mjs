import { jestProject } from '../../jest.project.mjs';

export default jestProject('restaurant-data', import.meta.url);
