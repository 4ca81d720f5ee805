import type { Tax } from '@foodie-express/contracts';

/** What of a restaurant decides the price of an order. All amounts in the pricing folder are minor units of `currency`. */
export interface PriceList {
  readonly currency: string;
  readonly tax?: Tax | undefined;
}

/** A modifier with its price for one unit of the line; `count` is part of the price. */
export interface PricedOption {
  groupId: string;
  choiceId: string;
  name: string;
  price: number;
  qualifier?: 'light' | 'extra' | undefined;
  negated?: boolean | undefined;
  count?: number | undefined;
}

export interface PricedLine {
  itemId: string;
  itemName: string;
  quantity: number;
  basePrice: number;
  /** The base price and its options, never below zero. */
  unitPrice: number;
  lineTotal: number;
  options: PricedOption[];
  notes?: string | undefined;
}

export interface TaxAmount {
  name: string;
  rate: number;
  includedInPrices: boolean;
  amount: number;
}

/** The full breakdown, stored with each order. `total` is `subtotal`, plus the tax where prices do not include it. */
export interface PricedOrder {
  currency: string;
  lines: PricedLine[];
  subtotal: number;
  tax: TaxAmount | null;
  total: number;
}
