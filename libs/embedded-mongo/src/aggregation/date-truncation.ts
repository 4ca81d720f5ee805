import { evalExpr } from 'mingo/core';
import * as mingo from 'mingo/operators/expression';
import { isDocument } from '../bson/document';
import { CommandError } from '../errors';
import type { Expression } from './arithmetic';

/** `$dateTrunc`: mingo truncates in UTC; in another time zone the local time is what is truncated. */
export const dateTruncation: Expression = (object, expression, options) => {
  if (!isDocument(expression)) throw new CommandError('FailedToParse', '$dateTrunc only supports an object as its argument');
  const { timezone, date: dateExpression, ...rest } = expression;
  const date: unknown = evalExpr(object, dateExpression, options);
  const zone: unknown = evalExpr(object, timezone ?? 'UTC', options);
  if (date === null || date === undefined || zone === null) return null;
  if (!(date instanceof Date) || typeof zone !== 'string') throw new CommandError('TypeMismatch', "$dateTrunc requires 'date' to be a date and 'timezone' to be a string");
  const local = new Date(date.getTime() + offsetOf(zone, date));
  const unit = evalExpr(object, rest['unit'], options);
  const truncated: unknown = mingo.$dateTrunc(object, { ...rest, unit, date: { $literal: local } }, options);
  if (!(truncated instanceof Date)) return truncated;
  const guess = new Date(truncated.getTime() - offsetOf(zone, date));
  return new Date(truncated.getTime() - offsetOf(zone, guess));
};

/** How far local time is ahead of UTC, in milliseconds, at an instant. */
function offsetOf(zone: string, at: Date): number {
  const name = /^[+-]\d/.test(zone) ? zone : offsetName(zone, at);
  const match = /([+-])(\d\d?):?(\d\d)?$/.exec(name);
  if (match === null) return 0;
  const [, sign, hours = '0', minutes = '0'] = match;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function offsetName(zone: string, at: Date): string {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  } catch {
    throw new CommandError('Location40485', `unrecognized time zone identifier: "${zone}"`);
  }
}
