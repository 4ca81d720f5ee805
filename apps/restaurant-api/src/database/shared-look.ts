/**
 * One look at the database for all who ask at the same time. Each is told what stood after it asked: who comes while a look is on
 * its way waits for the next one, and shares that with all others who wait.
 */
export class SharedLook<Answer> {
  private running: Promise<Answer> | undefined;
  private following: Promise<Answer> | undefined;

  constructor(private readonly look: () => Promise<Answer>) {}

  /** @throws what the look throws */
  ask(): Promise<Answer> {
    return this.running === undefined ? this.start() : (this.following ??= this.follow(this.running));
  }

  private async follow(running: Promise<Answer>): Promise<Answer> {
    await Promise.allSettled([running]);
    this.following = undefined;
    return this.start();
  }

  private start(): Promise<Answer> {
    const running = this.look().finally(() => {
      if (this.running === running) this.running = undefined;
    });
    this.running = running;
    return running;
  }
}
