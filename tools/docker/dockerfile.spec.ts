import { expect, it } from '@jest/globals';
import { dockerfileDiagnostics, parseDockerfile } from './dockerfile';

const TEXT = `FROM node:24-slim AS build
WORKDIR /workspace
COPY package.json libs ./
RUN --mount=type=cache,target=/root/.npm npx nx build shop
FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production PORT=80
COPY --from=build --chown=root /workspace/dist ./
EXPOSE 80 443
USER node
HEALTHCHECK --interval=10s \\
  CMD ["node", "-e", "process.exit(0)"]
CMD ["node", "main.js"]
`;

it('reads stages with all that they name', () => {
  expect(dockerfileDiagnostics(TEXT)).toEqual([]);
  expect(parseDockerfile(TEXT)).toMatchObject([
    {
      name: 'build',
      image: 'node:24-slim',
      workingDirectory: '/workspace',
      copies: [{ from: undefined, sources: ['package.json', 'libs'], destination: './' }],
      runs: ['npx nx build shop'],
    },
    {
      name: undefined,
      copies: [{ from: 'build', sources: ['/workspace/dist'], destination: './' }],
      environment: new Map([['NODE_ENV', 'production'], ['PORT', '80']]),
      exposedPorts: [80, 443],
      user: 'node',
      healthcheck: ['node', '-e', 'process.exit(0)'],
      command: ['node', 'main.js'],
    },
  ]);
});

it('takes a command for a shell as none, and says what Docker would refuse', () => {
  const text = 'FROM node:24\nHEALTHCHECK CMD curl localhost\nCMD node main.js\nEXPOSE eighty\n';
  expect(parseDockerfile(text)).toMatchObject([{ command: undefined, healthcheck: undefined }]);
  expect(dockerfileDiagnostics(text)).toEqual([expect.stringContaining('line 4: ')]);
  expect(() => parseDockerfile('RUN true\n')).toThrow('begins with FROM');
});
