import { posix } from 'node:path';
import { type ComposeFile, type ComposeService, interpolations, parseComposeFile, withDefaults } from './compose-file';
import { parseDockerfile, type Stage } from './dockerfile';
import { exampleVariables } from './environment-example';
import type { Workspace } from './workspace';

const FOLDER = 'docker';
export const COMPOSE_PATH = `${FOLDER}/compose.yml`;

/** Where the images that are not ours listen; nginx where listen.conf says, which nginx-faults.ts compares. */
const imagePorts: Readonly<Record<string, number>> = { mongo: 27_017, redis: 6379, nginx: 8080 };

/** What is wrong with docker/compose.yml, a line each. @throws Error where it is not a Compose file */
export function composeFaults(workspace: Workspace): string[] {
  const text = workspace.read(COMPOSE_PATH);
  const compose = parseComposeFile(text);
  const faults = [
    ...Object.entries(compose.services).flatMap(([name, service]) => {
      return serviceFaults(compose, service, workspace).map((fault) => `service ${name}: ${fault}`);
    }),
    ...unusedFaults(compose),
    ...interpolationFaults(text, workspace),
  ];
  return faults.map((fault) => `${COMPOSE_PATH}: ${fault}`);
}

function serviceFaults(compose: ComposeFile, service: ComposeService, workspace: Workspace): string[] {
  return [
    ...imageFaults(service, workspace),
    ...dependencyFaults(compose, service, workspace),
    ...storageFaults(compose, service, workspace),
    ...variableFaults(service, workspace),
    ...environmentFaults(compose, service, workspace),
    ...publishedPortFaults(service, workspace),
    ...shutdownFaults(service),
    ...(hasHealthcheck(service, workspace) ? [] : ['has no health check']),
  ];
}

function imageFaults({ image, build }: ComposeService, workspace: Workspace): string[] {
  if (build === undefined) return /^[a-z]+:\d/.test(image) ? [] : [`image ${image} is not pinned to a major version`];
  const context = posix.join(FOLDER, build.context);
  const dockerfile = posix.join(context, build.dockerfile);
  return workspace.exists(dockerfile) ? [] : [`there is no ${dockerfile}`];
}

function dependencyFaults(compose: ComposeFile, service: ComposeService, workspace: Workspace): string[] {
  return Object.entries(service.depends_on).flatMap(([name, { condition }]) => {
    const target = compose.services[name];
    if (target === undefined) return [`depends on ${name}, which is no service`];
    if (condition !== 'service_healthy') return [`should wait until ${name} is healthy`];
    return hasHealthcheck(target, workspace) ? [] : [`waits for the health of ${name}, which has no check`];
  });
}

function hasHealthcheck(service: ComposeService, workspace: Workspace): boolean {
  return service.healthcheck !== undefined || imageStage(service, workspace)?.healthcheck !== undefined;
}

function storageFaults(compose: ComposeFile, service: ComposeService, workspace: Workspace): string[] {
  const volumes = service.volumes.flatMap((volume) => {
    const [source = ''] = volume.split(':');
    if (!source.startsWith('.')) return source in compose.volumes ? [] : [`volume ${source} is not declared`];
    return workspace.exists(posix.join(FOLDER, source)) ? [] : [`there is no ${posix.join(FOLDER, source)} to mount`];
  });
  const networks = Object.keys(service.networks).filter((network) => !(network in compose.networks));
  return [...volumes, ...networks.map((network) => `network ${network} is not declared`)];
}

/** The variables of our own services are those of `.env.example`, which a test of its own keeps equal to the code. */
function variableFaults({ build, environment }: ComposeService, workspace: Workspace): string[] {
  if (build === undefined) return [];
  const app = posix.basename(posix.dirname(build.dockerfile));
  const known = exampleVariables(workspace.read('.env.example'), app);
  return Object.keys(environment).filter((name) => !known.has(name)).map((name) => `${app} has no variable ${name}`);
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

function environmentFaults(compose: ComposeFile, service: ComposeService, workspace: Workspace): string[] {
  const { REDIS_HOST: redisHost, REDIS_PORT: redisPort, ...others } = service.environment;
  const urls = Object.values(others).flatMap((value) => [...withDefaults(value).matchAll(/^[a-z]+:\/\/(?:[^@/]*@)?([^@/:]+):(\d+)/g)]);
  const addresses: Address[] = urls.map(([, host = '', port]) => ({ host, port: Number(port) }));
  if (redisHost !== undefined) addresses.push({ host: redisHost, port: Number(redisPort) });
  return addresses.flatMap((address) => addressFaults(compose, service, address, workspace));
}

/** An address that `service` calls is that of a service which shares a network with it and listens on that port. */
export function addressFaults(compose: ComposeFile, service: ComposeService, { host, port }: Address, workspace: Workspace): string[] {
  const targets = Object.entries(compose.services).filter(([name, { networks }]) => name === host || Object.values(networks).some(({ aliases }) => aliases.includes(host)));
  if (targets.length === 0) return [`${host} is no service`];
  if (!targets.every(([name, target]) => isReachable(service, name === host ? undefined : host, target))) return [`shares no network with ${host}`];
  return targets.every(([, target]) => listeningPort(target, workspace) === port) ? [] : [`${host} does not listen on port ${port}`];
}

/** @param alias where the target is called by one, which it may have in some of its networks only */
function isReachable(service: ComposeService, alias: string | undefined, target: ComposeService): boolean {
  return Object.entries(target.networks).some(([network, { aliases }]) => network in service.networks && (alias === undefined || aliases.includes(alias)));
}

/** The port inside the container that a service listens on. */
export function listeningPort(service: ComposeService, workspace: Workspace): number | undefined {
  const stage = imageStage(service, workspace);
  return stage === undefined ? imagePorts[service.image.split(':')[0] ?? ''] : stage.exposedPorts[0];
}

function publishedPortFaults(service: ComposeService, workspace: Workspace): string[] {
  const inside = service.ports.map((port) => withDefaults(port).split(':').at(-1) ?? '');
  return inside.filter((port) => Number(port) !== listeningPort(service, workspace)).map((port) => `publishes port ${port}, where nothing listens`);
}

function shutdownFaults({ environment, stop_grace_period: grace }: ComposeService): string[] {
  const timeout = environment['SHUTDOWN_TIMEOUT'];
  if (timeout === undefined || Number.parseInt(grace, 10) > Number(timeout)) return [];
  return [`is killed after ${grace}, before its SHUTDOWN_TIMEOUT of ${timeout}s`];
}

/** The last stage of the Dockerfile that a service is built from. */
function imageStage({ build }: ComposeService, workspace: Workspace): Stage | undefined {
  if (build === undefined) return undefined;
  const path = posix.join(FOLDER, build.context, build.dockerfile);
  return workspace.exists(path) ? parseDockerfile(workspace.read(path)).at(-1) : undefined;
}

function unusedFaults({ services, networks, volumes }: ComposeFile): string[] {
  const used = Object.values(services).flatMap((service) => [...Object.keys(service.networks), ...service.volumes.map((volume) => volume.split(':')[0])]);
  const unused = [...Object.keys(networks), ...Object.keys(volumes)].filter((name) => !used.includes(name));
  return unused.map((name) => `${name} is declared and not used`);
}

function interpolationFaults(text: string, workspace: Workspace): string[] {
  const documented = [...exampleVariables(workspace.read(`${FOLDER}/.env.example`)).keys()];
  const used = interpolations(text).map(({ name }) => name);
  return [
    ...new Set(used.filter((name) => !documented.includes(name)).map((name) => `${name} is not in ${FOLDER}/.env.example`)),
    ...documented.filter((name) => !used.includes(name)).map((name) => `${name} of ${FOLDER}/.env.example is not used`),
  ];
}
