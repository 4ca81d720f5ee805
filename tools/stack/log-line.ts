import { z } from 'zod';

/** A line as a person reads it. `plain` is one that no logger wrote: a refusal to start, a crash. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error' | 'plain';
  readonly text: string;
}

/** What the services' logger writes: JSON with the level by name. */
const entrySchema = z.object({
  level: z.string(),
  msg: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});

/** A request that was answered. One that failed for want of something has a line of its own, which says what. */
const accessSchema = z.object({ method: z.string(), path: z.string(), status: z.number() });

export function parseLogLine(line: string): LogLine {
  const json = jsonOf(line);
  const access = accessSchema.safeParse(json);
  if (access.success) return { level: 'info', text: `${access.data.method} ${access.data.path} ${access.data.status}` };
  const entry = entrySchema.safeParse(json);
  if (!entry.success) return { level: 'plain', text: line.trim() };
  const { level, msg = '', err } = entry.data;
  return { level: levelOf(level), text: [msg, err?.message].filter((part) => part !== undefined && part !== '').join(': ') };
}

function levelOf(name: string): LogLine['level'] {
  if (name === 'error' || name === 'fatal') return 'error';
  return name === 'warn' ? 'warn' : 'info';
}

function jsonOf(line: string): unknown {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
