import { describe, it } from '@jest/globals';
import { variablesExample, variablesTable } from '@foodie-express/environment';
import { expectDocumented } from '@foodie-express/testing';
import { variables } from './configuration';

describe('the documentation of the configuration', () => {
  it('is the table of docs/configuration.md', () => expectDocumented('docs/configuration.md', 'restaurant-api', variablesTable(variables)));

  it('is the text of .env.example', () => expectDocumented('.env.example', 'restaurant-api', variablesExample(variables)));
});
