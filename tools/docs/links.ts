import { posix } from 'node:path';
import type { Workspace } from '../docker/workspace';

/** The target of a Markdown link or image: `[text](target)`, `[text](target "title")`. */
const LINK = /\]\(([^)\s]+)(?:\s[^)]*)?\)/g;

/** A script of package.json that a text names: `npm run chat`, `npm run --silent chat`, `npm start`. */
const SCRIPT = /\bnpm (?:run (?:--\S+ +)*([a-z][\w:-]*)|(start|test)\b)/g;

const HEADING = /^#{1,6} +(\S.*)$/gm;

/** What the page names that is not there, a sentence each: files, headings of pages, scripts of package.json. Addresses are not asked. */
export function brokenNames(page: string, workspace: Workspace, scripts: readonly string[]): string[] {
  const text = workspace.read(page);
  const links = [...text.matchAll(LINK)].map(([, target = '']) => target).filter((target) => !/^[a-z]+:/i.test(target));
  const named = [...text.matchAll(SCRIPT)].map(([, run, short]) => run ?? short ?? '');
  return [
    ...links.filter((target) => !leadsSomewhere(target, page, workspace)).map((target) => `${page} links to ${target}, which is not there`),
    ...named.filter((script) => !scripts.includes(script)).map((script) => `${page} names the script ${script}, which package.json has not`),
  ];
}

function leadsSomewhere(target: string, page: string, workspace: Workspace): boolean {
  const [file = '', heading] = target.split('#');
  const path = file === '' ? page : posix.join(posix.dirname(page), file);
  if (!workspace.exists(path)) return false;
  return heading === undefined || !path.endsWith('.md') || anchorsOf(workspace.read(path)).includes(heading);
}

/** The anchors that GitHub gives to headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(HEADING)].map(([, heading = '']) => heading.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-'));
}
