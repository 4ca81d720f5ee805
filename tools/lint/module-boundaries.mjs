/**
 * The options of the lint rule `@nx/enforce-module-boundaries`: who may import whom (docs/architecture.md, "rules of the house").
 * Tags stand in each project.json: one `type:*` and one `scope:*`.
 * That only specs import `type:testing` is said by `no-restricted-imports` in eslint.config.mjs.
 */
export const moduleBoundaries = {
  enforceBuildableLibDependency: false,
  allow: [],
  depConstraints: [
    { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: [] },
    { sourceTag: 'type:pure', onlyDependOnLibsWithTags: ['type:contracts'] },
    { sourceTag: 'type:lib', onlyDependOnLibsWithTags: ['type:lib', 'type:pure', 'type:contracts', 'type:testing'] },
    { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:lib', 'type:pure', 'type:contracts', 'type:testing'] },
    { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:lib', 'type:pure', 'type:contracts', 'type:testing'] },
    { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:lib', 'type:pure', 'type:contracts', 'type:testing'] },
    { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:lib', 'type:pure', 'type:contracts'] },
    { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
    { sourceTag: 'scope:restaurant-api', onlyDependOnLibsWithTags: ['scope:restaurant-api', 'scope:shared'] },
    { sourceTag: 'scope:chat-agent', onlyDependOnLibsWithTags: ['scope:chat-agent', 'scope:shared'] },
    { allSourceTags: ['type:lib', 'scope:chat-agent'], onlyDependOnLibsWithTags: ['scope:shared'] },
    { allSourceTags: ['type:lib', 'scope:restaurant-api'], onlyDependOnLibsWithTags: ['scope:shared'] },
  ],
};
