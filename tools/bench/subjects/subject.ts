import type { Pace } from '../measuring/paired-rounds';
import type { ChildProgram } from '../programs/child-program';

/** What the subjects share. */
export interface Workbench {
  /** Where they may put files; removed at the end. Absolute path. */
  readonly folder: string;
  /** The build of restaurant-api to measure: its main.js. */
  readonly apiProgram: string;
  /** A MongoDB server to use in place of the embedded one. */
  readonly mongoUri: string | undefined;
  readonly generator: ChildProgram;
  readonly isQuick: boolean;
  readonly pace: Pace;
  readonly signal: AbortSignal;
}

/** One thing that is measured. */
export interface Subject {
  readonly name: string;
  readonly title: string;
  /** @returns the result, as text */
  run(workbench: Workbench): Promise<string>;
}
