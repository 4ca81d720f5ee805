import { jestProject } from '../../jest.project.mjs';

export default jestProject('restaurant-api', import.meta.url);
