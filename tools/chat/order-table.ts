import { formatMoney, type OrderLine, type Quote, toMinorUnits } from '@foodie-express/contracts';
import pc from 'picocolors';
import { printable } from './printable';

interface Row {
  readonly label: string;
  readonly amount?: string;
  readonly paint: (text: string) => string;
}

/** An order that waits for the person's yes, as a small table: lines, options, tax and total, each with its price. */
export function orderTable(order: Quote): string {
  const money = (amount: number) => formatMoney(toMinorUnits(amount, order.currency), order.currency);
  const rows = [...order.lines.flatMap((line) => lineRows(line, money)), ...sumRows(order, money)];
  const labelWidth = Math.max(...rows.map(({ label }) => label.length));
  const amountWidth = Math.max(...rows.map(({ amount = '' }) => amount.length));
  const width = labelWidth + 3 + amountWidth;
  return [
    pc.bold(`Your order at ${printable(order.restaurant_name)}`),
    pc.dim('─'.repeat(width)),
    ...rows.map(({ label, amount, paint }) => paint(amount === undefined ? label : `${label.padEnd(labelWidth)}   ${amount.padStart(amountWidth)}`)),
    ...(order.scheduled_for === null ? [] : [pc.yellow(`Closed now: prepared from ${localTime(order.scheduled_for)}`)]),
  ]
    .map((line) => `  ${line}`)
    .join('\n');
}

function lineRows({ quantity, item_name, line_total, options, notes }: OrderLine, money: (amount: number) => string): Row[] {
  const indent = ' '.repeat(`${quantity} × `.length);
  const extras = options.map(({ name, price, negated, qualifier, count }) => {
    const words = [negated === true ? 'no' : undefined, qualifier, name, count === undefined || count === 1 ? undefined : `× ${count}`];
    const said = words.filter((word) => word !== undefined).join(' ');
    return price === 0 ? said : `${said} (${price > 0 ? '+' : ''}${money(price)})`;
  });
  return [
    { label: `${quantity} × ${printable(item_name)}`, amount: money(line_total), paint: String },
    ...extras.map((extra) => ({ label: `${indent}${printable(extra)}`, paint: pc.dim })),
    ...(notes === undefined ? [] : [{ label: `${indent}“${printable(notes)}”`, paint: pc.dim }]),
  ];
}

function sumRows({ subtotal, tax, total_price }: Quote, money: (amount: number) => string): Row[] {
  const total = { label: 'Total', amount: money(total_price), paint: pc.bold };
  if (tax === null) return [total];
  const percent = `${Number((tax.rate * 100).toFixed(2))}%`;
  if (tax.included_in_prices) return [total, { label: `incl. ${tax.name} ${percent}`, amount: money(tax.amount), paint: pc.dim }];
  return [
    { label: 'Subtotal', amount: money(subtotal), paint: pc.dim },
    { label: `${tax.name} ${percent}`, amount: money(tax.amount), paint: pc.dim },
    total,
  ];
}

function localTime(timestamp: string): string {
  const format = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' });
  return format.format(new Date(timestamp));
}
