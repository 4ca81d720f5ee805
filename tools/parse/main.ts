import { createInterface } from 'node:readline';
import { applyEdits, compileMenu, editsToWire, lineToWire, menuSchema, orderSchema, orderToWire, parseEdits, parseOrder } from '@foodie-express/order-language';
import { readArguments, USAGE, UsageFault } from './arguments';
import { FileFault, readJson } from './read-json';

/** Turns one sentence into the object that is printed for it. */
type Reader = (sentence: string) => unknown;

function readerFor(args: readonly string[]): Reader {
  const { menu: menuPath, order: orderPath } = readArguments(args);
  const menu = compileMenu(readJson(menuPath, menuSchema));
  if (orderPath === undefined) return (sentence) => orderToWire(parseOrder(menu, sentence));
  const order = readJson(orderPath, orderSchema);
  order.forEach((line, index) => {
    const strange = (line.candidates ?? [line.itemId]).find((id) => !menu.itemPositions.has(id));
    if (strange !== undefined) throw new FileFault(`${orderPath}: items.${index}: there is no item "${strange}" in ${menuPath}`);
  });
  return (sentence) => {
    const parsed = parseEdits(menu, sentence, order);
    return { ...editsToWire(parsed), items: applyEdits(menu, order, parsed.edits).map(lineToWire) };
  };
}

async function answerLines(read: Reader): Promise<void> {
  for await (const sentence of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    process.stdout.write(`${JSON.stringify(read(sentence))}\n`);
  }
}

// Whoever reads may stop early, as `head` does: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
  await answerLines(readerFor(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageFault || error instanceof FileFault)) throw error;
  process.stderr.write(`${error.message}\n${error instanceof UsageFault ? `${USAGE}\n` : ''}`);
  process.exitCode = 2;
}
