import { parseArgs } from 'node:util';
import { compileMenu, orderToWire, parseOrder } from '@foodie-express/order-language';
import { FileFault } from '../parse/read-json';
import { readDataFolder, type DataPair } from './data-folder';
import { largeMenu, sentencesOver } from './large-menu';
import { timeLongTexts } from './long-texts';
import { exampleSchema, Score, type Item } from './score';
import { table } from './table';
import { Timing } from './timing';

const USAGE = `usage: npm run bench:language -- [--data FOLDER] [--misses N]
Scores every NAME.menu.json with its NAME.jsonl in a folder, and times a large menu and long texts.
  --data FOLDER  default: libs/order-language/fixtures
  --misses N     print up to N sentences of each that were read wrongly`;

const WARM_UP = 300;
const TIMED = 2_000;
const LONG_TEXT = 4_000;

const ms = (value: number): string => value.toFixed(3);

function scorePair({ name, menu, examples }: DataPair, misses: number): string[] {
  const compiled = compileMenu(menu);
  const score = new Score();
  const timing = new Timing();
  for (const example of examples.slice(0, WARM_UP)) parseOrder(compiled, example.text);
  for (const { text, items } of examples) {
    const said = timing.measure(() => parseOrder(compiled, text));
    const got: readonly Item[] = exampleSchema.shape.items.parse(orderToWire(said)['items']);
    if (!score.add(items, got) && score.sentences - score.exact <= misses) {
      console.log(`${name}: ${text}\n  gold ${JSON.stringify(items)}\n  got  ${JSON.stringify(got)}`);
    }
  }
  const share = `${((100 * score.exact) / Math.max(1, score.sentences)).toFixed(1)} %`;
  return [name, String(score.sentences), `${score.exact}`, share, score.itemF1.toFixed(3), ms(timing.quantile(0.5)), ms(timing.quantile(0.99))];
}

function timeLargeMenu(): string[][] {
  const menu = largeMenu();
  const compiling = new Timing();
  let compiled = compiling.measure(() => compileMenu(menu));
  for (let run = 0; run < 10; run += 1) compiled = compiling.measure(() => compileMenu(menu));
  const sentences = sentencesOver(menu, TIMED);
  for (const sentence of sentences.slice(0, WARM_UP)) parseOrder(compiled, sentence);
  const parsing = new Timing();
  for (const sentence of sentences) parsing.measure(() => parseOrder(compiled, sentence));
  const long = sentences.join(' and ').slice(0, LONG_TEXT);
  const reading = new Timing();
  for (let run = 0; run < 20; run += 1) reading.measure(() => parseOrder(compiled, long));
  return [
    ['compile, 200 items and 300 choices', ms(compiling.quantile(0.5)), ms(compiling.quantile(0.99))],
    ['sentence of 20 words', ms(parsing.quantile(0.5)), ms(parsing.quantile(0.99))],
    ['text of 4,000 characters', ms(reading.quantile(0.5)), ms(reading.quantile(0.99))],
  ];
}

try {
  const { values } = parseArgs({ options: { data: { type: 'string', default: 'libs/order-language/fixtures' }, misses: { type: 'string', default: '0' } } });
  const rows = readDataFolder(values.data).map((pair) => scorePair(pair, Number(values.misses) || 0));
  console.log(table(['menu', 'sentences', 'exact', 'share', 'item F1', 'median ms', 'p99 ms'], rows));
  console.log(`\n${table(['speed', 'median ms', 'p99 ms'], timeLargeMenu())}`);
  console.log(`\n${table(['clauses repeated up to 4,000 characters', 'clauses', 'median ms', 'worst ms', 'worst'], timeLongTexts())}`);
} catch (error) {
  const wrongCall = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof FileFault || wrongCall)) throw error;
  console.error(wrongCall ? `${error.message}\n${USAGE}` : error.message);
  process.exitCode = 2;
}
