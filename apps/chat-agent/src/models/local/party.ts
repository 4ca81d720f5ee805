import { numberOf } from './utterance';

/** How many eat, and what may be spent on all of them. */
export interface Party {
  readonly people: number;
  /** In units of the currency that is spoken of; undefined where none is told. */
  readonly budget: number | undefined;
}

const PEOPLE = /\b(?:for|feed|feeding|are|we're|of|serve|party of|us)\s+(?:us\s+|about\s+|around\s+)?(\w+)\s+(?:people|persons?|of us|adults|kids|guests|friends|folks|members)\b|\b(?:we are|we're|party of|group of) (\w+)\b/;
const EACH = /\b(?:each|per (?:person|head|plate)|a (?:person|head)|apiece)\b/;
const BUDGET = /\bbudget(?: is| of| around| about| max| rs\.?| inr)*\s*(\d{1,6})\b|\b(\d{1,6})(?: rs| rupees| inr)? (?:budget|total|in total|altogether|max)\b|\b(?:under|below|within|up ?to|less than|max(?:imum)?)(?: rs\.?| inr)?\s*(\d{2,6})\b/;

/** "Feed 6 people, budget 2000": undefined where no number of people is told. What is told for each is no budget for all. */
export function partyIn(text: string): Party | undefined {
  const [, said, alone] = PEOPLE.exec(text) ?? [];
  const people = numberOf(said ?? alone ?? '');
  if (people === undefined || people < 2 || people > 100) return undefined;
  const [, behind, before, bound] = BUDGET.exec(text) ?? [];
  const budget = Number(behind ?? before ?? bound ?? Number.NaN);
  return { people, budget: Number.isNaN(budget) ? undefined : EACH.test(text) ? budget * people : budget };
}
