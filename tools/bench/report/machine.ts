import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';

const GIB = 1024 ** 3;

/** What the numbers were measured on, and how busy it was at the start: `2 x AMD EPYC, 23 GiB, linux x64, Node v20.20.2, load 0.4`. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${availableParallelism()} x ${model}, ${Math.round(totalmem() / GIB)} GiB, ${platform()} ${arch()}, Node ${process.version}, load ${load}`;
}
