import { formatMoney, type OrderLine, type Quote, toMinorUnits } from '@foodie-express/contracts';

/** An amount of the wire as a person reads it: 80.5 INR -> `₹80.50`. */
export function money(amount: number, currency: string): string {
  return formatMoney(toMinorUnits(amount, currency), currency);
}

/**
 * A priced order as the person is shown it before they agree, one line each, with the total.
 * @param preparedAt local time for which a closed restaurant takes it
 */
export function orderSummary({ restaurant_name, currency, lines, subtotal, tax, total_price }: Quote, preparedAt?: string): string {
  const listed = lines.map((line, index) => `${index + 1}. ${lineText(line, currency)}`);
  const taxed = tax === null || tax.included_in_prices || tax.amount === 0 ? [] : [`Subtotal: ${money(subtotal, currency)}`, `${tax.name}: ${money(tax.amount, currency)}`];
  const closed = preparedAt === undefined ? [] : [`🕒 ${restaurant_name} is closed now: it will be prepared ${preparedAt}.`];
  return [`Your order from ${restaurant_name}:`, ...listed, ...taxed, `Total: ${money(total_price, currency)}`, ...closed].join('\n');
}

function lineText({ quantity, item_name, options, line_total, notes }: OrderLine, currency: string): string {
  const extras = options.map((option) => optionText(option));
  const detail = [...extras, ...(notes === undefined ? [] : [`note: ${notes}`])];
  return `${quantity} × ${item_name}${detail.length > 0 ? ` (${detail.join(', ')})` : ''}: ${money(line_total, currency)}`;
}

/** `no Pickle`, `extra Cheese`, `2 × Hummus`. */
export function optionText({ name, negated, qualifier, count }: { name: string; negated?: boolean | undefined; qualifier?: string | undefined; count?: number | undefined }): string {
  if (negated === true) return `no ${name}`;
  return [count !== undefined && count > 1 ? `${count} ×` : '', qualifier ?? '', name].filter((part) => part !== '').join(' ');
}

/** When a closed restaurant would prepare the order: `Tue 3 Mar, 11:00 am`. */
export function localTime(timestamp: string, timezone: string): string {
  return formatOf(timezone).format(new Date(timestamp));
}

/** By time zone: to make one takes longer than all else in the reply that needs it. There are as many as restaurants have. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  const format = formats.get(timezone) ?? new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', hourCycle: 'h12', timeZone: timezone });
  formats.set(timezone, format);
  return format;
}
