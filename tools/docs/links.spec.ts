import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Workspace } from '../docker/workspace';
import { workspaceRoot } from '../stack/workspace';
import { brokenNames } from './links';

const workspace = new Workspace(workspaceRoot);
const scripts = Object.keys(z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(workspace.read('package.json'))).scripts);
const guides = readdirSync(join(workspaceRoot, 'docs')).filter((name) => name.endsWith('.md'));

describe('what the documentation names', () => {
  it.each(['README.md', 'CONTRIBUTING.md', ...guides.map((name) => `docs/${name}`)])('is there: %s', (page) => {
    expect(brokenNames(page, workspace, scripts)).toEqual([]);
  });

  it.each([
    ['[a](nowhere.md)', 'docs/page.md links to nowhere.md, which is not there'],
    ['[a](../README.md "title") and [b](docs/api.md)', 'docs/page.md links to docs/api.md, which is not there'],
    ['![image](missing.png)', 'docs/page.md links to missing.png, which is not there'],
    ['# A heading\n[a](#a-heading) [b](#another)', 'docs/page.md links to #another, which is not there'],
    ['[a](api.md#no-such-heading)', 'docs/page.md links to api.md#no-such-heading, which is not there'],
    ['`npm start`, `npm run chat -- --user me`, `npm run --silent dance`', 'docs/page.md names the script dance, which package.json has not'],
  ])('is missed where it is not there: %j', (text, sentence) => {
    expect(brokenNames('docs/page.md', workspace.with('docs/page.md', text), scripts)).toEqual([sentence]);
  });

  it('may be elsewhere', () => {
    expect(brokenNames('docs/page.md', workspace.with('docs/page.md', '[a](https://example.com/x) <mailto:me@example.com>'), scripts)).toEqual([]);
  });
});
