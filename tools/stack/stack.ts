import { Service, type ServiceDefinition } from './service';
import type { ServiceLog } from './service-log';
import type { StackError } from './stack-error';
import type { StopRequest } from './stop-request';

export interface StackOptions {
  readonly logOf: (service: string) => ServiceLog;
  readonly stopRequest: StopRequest;
  /** What a service gets to finish what is in flight before it is killed, in milliseconds. */
  readonly graceMs: number;
  /** How long a service may take until it is healthy, in milliseconds. */
  readonly healthyWithinMs?: number;
}

/** Services that run together, in the order in which they need each other. */
export class Stack {
  /** Settles, with the reason, when a service ends that nobody stopped. */
  readonly failure: Promise<StackError>;
  private readonly services: readonly Service[];
  private stopping = false;

  private constructor(
    definitions: readonly ServiceDefinition[],
    private readonly options: StackOptions,
  ) {
    this.services = definitions.map((definition) => new Service(definition, options.logOf(definition.name)));
    this.failure = new Promise((resolve) => {
      for (const service of this.services) {
        void service.ended.then(() => {
          if (!this.stopping) resolve(service.failure);
        });
      }
    });
  }

  /**
   * Starts all services at once and waits until each is healthy. Where that fails none is left running.
   * @throws StackError where a service fails; the reason of `stopRequest.stop` where that is aborted
   */
  static async start(definitions: readonly ServiceDefinition[], options: StackOptions): Promise<Stack> {
    const stack = new Stack(definitions, options);
    try {
      for (const service of stack.services) await service.untilHealthy(options.healthyWithinMs ?? 60_000, options.stopRequest.stop);
      return stack;
    } catch (error) {
      await stack.stop();
      throw error;
    }
  }

  /**
   * Stops the services, each after those that use it, and settles when all have ended.
   * @returns the names of those that did not stop in good order
   */
  async stop(): Promise<readonly string[]> {
    this.stopping = true;
    const unclean: string[] = [];
    for (const service of this.services.toReversed()) {
      if (!(await service.stop(this.options.graceMs, this.options.stopRequest.hurry))) unclean.push(service.name);
    }
    return unclean;
  }
}
