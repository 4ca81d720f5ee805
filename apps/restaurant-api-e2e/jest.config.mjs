import { jestProject } from '../../jest.project.mjs';

export default jestProject('restaurant-api-e2e', import.meta.url);
