import { type Address, addressFaults, COMPOSE_PATH, listeningPort } from './compose-faults';
import { type ComposeService, parseComposeFile } from './compose-file';
import type { Workspace } from './workspace';

const NGINX_FOLDER = 'docker/nginx';

/** What the addresses in nginx's files and the services of docker/compose.yml disagree on, a line each. */
export function nginxFaults(workspace: Workspace): string[] {
  const compose = parseComposeFile(workspace.read(COMPOSE_PATH));
  const nginx = compose.services['nginx'];
  if (nginx === undefined) return [`${COMPOSE_PATH}: there is no service nginx`];
  const servers = upstreamServers(workspace.read(`${NGINX_FOLDER}/upstreams.conf`));
  const unserved = Object.entries(compose.services).filter(([name, { build }]) => {
    return build !== undefined && !servers.some(({ host }) => host === name);
  });
  const faults = [
    ...servers.flatMap((server) => addressFaults(compose, nginx, server, workspace)),
    ...unserved.map(([name]) => `nothing leads to ${name}`),
  ];
  return [...listenFaults(nginx, workspace), ...faults.map((fault) => `${NGINX_FOLDER}/upstreams.conf: ${fault}`)];
}

function listenFaults(nginx: ComposeService, workspace: Workspace): string[] {
  const path = `${NGINX_FOLDER}/listen.conf`;
  const [, port = 'none'] = /^listen (\d+);/m.exec(workspace.read(path)) ?? [];
  const expected = String(listeningPort(nginx, workspace));
  return port === expected ? [] : [`${path}: port ${port} should be ${expected}`];
}

/** The `server` lines of an upstreams.conf. */
export function upstreamServers(text: string): Address[] {
  const lines = text.matchAll(/^\s*server ([^\s:]+):(\d+)/gm);
  return [...lines].map(([, host = '', port = '']) => ({ host, port: Number(port) }));
}
