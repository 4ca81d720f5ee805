import { z } from 'zod';

/** The child's side of `ChildProgram.ask`: does what the benchmark asks for under this name, and answers with the result or the reason. */
export function answerTask<Input>(task: string, input: z.ZodType<Input>, perform: (input: Input) => Promise<unknown>): void {
  const requestSchema = z.object({ id: z.number(), task: z.literal(task), input });
  process.on('message', (message) => {
    const request = requestSchema.safeParse(message);
    if (!request.success) return;
    const { id } = request.data;
    perform(request.data.input).then(
      (answer) => process.send?.({ id, answer }),
      (error: unknown) => process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  // The preloaded modules let the process end while the channel is open; here it waits for tasks.
  process.channel?.ref();
  process.send?.({ ready: true });
}
