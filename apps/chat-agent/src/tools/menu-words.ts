import type { FieldError, Menu } from '@foodie-express/contracts';
import { AppError } from '@foodie-express/error-messages';
import type { UnderWayLine } from '../conversation/conversation-state';
import { choiceName } from './order-lines';
import { ToolError } from './tool-error';

/** `items.0.options.2.count`: the line, and where it is about one choice which one. */
const PATH = /^items\.(\d+)(?:\.options\.(\d+))?/;

/** What the API finds wrong with the lines of an order, as the person knows them; any other failure as it is. */
export function inWordsOfMenu(error: unknown, menu: Menu, lines: readonly UnderWayLine[]): unknown {
  if (!(error instanceof AppError) || error.failure.code !== 'validation_failed') return error;
  const sentences = (error.failure.errors ?? []).map((fault) => sentence(fault, menu, lines));
  return new ToolError('invalid_options', sentences.length === 0 ? 'The restaurant does not take the order like that.' : `${[...new Set(sentences)].join('; ')}.`);
}

function sentence({ path, message }: FieldError, menu: Menu, lines: readonly UnderWayLine[]): string {
  const [, line, option] = PATH.exec(path) ?? [];
  const wanted = line === undefined ? undefined : lines[Number(line)];
  const choice = option === undefined ? undefined : wanted?.options[Number(option)];
  const about = [wanted?.itemName ?? 'The order', choice === undefined ? undefined : choiceName(menu, choice)].filter((name) => name !== undefined).join(', ');
  // Ids stand in brackets behind names.
  const words = message.replace(/ \([a-z0-9_]+\)/g, '').replace(/^should choose\b/, 'please choose').replace(/, got (\d+)$/, ' (you have $1)');
  return `${about}: ${words}`;
}
