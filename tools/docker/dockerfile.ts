import { Copy, DockerfileParser, type Dockerfile as Syntax, type Instruction } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';

export interface CopyInstruction {
  /** The stage that is copied from; undefined for the build context. */
  readonly from: string | undefined;
  readonly sources: readonly string[];
  readonly destination: string;
}

/** One `FROM` and what follows it. */
export interface Stage {
  readonly name: string | undefined;
  readonly image: string;
  readonly copies: readonly CopyInstruction[];
  /** The shell lines of its `RUN` instructions. */
  readonly runs: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
  readonly workingDirectory: string;
  readonly exposedPorts: readonly number[];
  readonly user: string | undefined;
  readonly stopSignal: string | undefined;
  /** Arguments of `CMD`; undefined where it is missing or written for a shell, which would not pass signals on. */
  readonly command: readonly string[] | undefined;
  /** Arguments of the health check's command; undefined as above. */
  readonly healthcheck: readonly string[] | undefined;
}

/** What Docker would refuse in a Dockerfile, or warn of: `line 4: ...`. */
export function dockerfileDiagnostics(text: string): string[] {
  return validate(text).map(({ message, range: { start } }) => {
    return `line ${start.line + 1}: ${typeof message === 'string' ? message : message.value}`;
  });
}

/** The stages of a Dockerfile. @throws Error where it has none */
export function parseDockerfile(text: string): Stage[] {
  const syntax = DockerfileParser.parse(text);
  const stages = syntax.getFROMs().map((from, index, all) => {
    const start = from.getRange().start.line;
    const end = all[index + 1]?.getRange().start.line ?? Number.POSITIVE_INFINITY;
    const within = ({ start: { line } }: { start: { line: number } }) => line >= start && line < end;
    const instructions = syntax.getInstructions().filter((instruction) => within(instruction.getRange()));
    return readStage(from.getBuildStage() ?? undefined, from.getImage() ?? '', instructions, syntax, within);
  });
  if (stages.length === 0) throw new Error('a Dockerfile begins with FROM');
  return stages;
}

function readStage(
  name: string | undefined,
  image: string,
  instructions: readonly Instruction[],
  syntax: Syntax,
  within: (range: { start: { line: number } }) => boolean,
): Stage {
  const all = (keyword: string) => instructions.filter((instruction) => instruction.getKeyword() === keyword);
  const last = (keyword: string) => all(keyword).at(-1);
  const properties = syntax.getENVs().filter((instruction) => within(instruction.getRange())).flatMap((env) => env.getProperties());
  return {
    name,
    image,
    copies: instructions.filter((instruction) => instruction instanceof Copy).map(readCopy),
    runs: all('RUN').map((run) => run.getArgumentsContent() ?? ''),
    environment: new Map(properties.map((property) => [property.getName(), property.getValue() ?? ''])),
    workingDirectory: last('WORKDIR')?.getArgumentsContent() ?? '/',
    exposedPorts: all('EXPOSE').flatMap((instruction) => words(instruction).map(Number)),
    user: last('USER')?.getArgumentsContent() ?? undefined,
    stopSignal: last('STOPSIGNAL')?.getArgumentsContent() ?? undefined,
    command: execForm(last('CMD')?.getArgumentsContent()),
    healthcheck: execForm(/(?:^|\s)CMD\s+(\[.*\])$/s.exec(last('HEALTHCHECK')?.getArgumentsContent() ?? '')?.[1]),
  };
}

function readCopy(copy: Copy): CopyInstruction {
  const paths = words(copy);
  const from = copy.getFlags().find((flag) => flag.getName() === 'from');
  return { from: from?.getValue() ?? undefined, sources: paths.slice(0, -1), destination: paths.at(-1) ?? '' };
}

function words(instruction: Instruction): string[] {
  return instruction.getArguments().map((argument) => argument.getValue());
}

function execForm(text: string | null | undefined): string[] | undefined {
  if (!text?.startsWith('[')) return undefined;
  const parsed: unknown = JSON.parse(text);
  return Array.isArray(parsed) && parsed.every((part) => typeof part === 'string') ? parsed : undefined;
}
