import { openingState, type OpeningState } from '../opening-hours';
import { menuAnswer, restaurantAnswer } from '../restaurant-answer';
import type { RestaurantRecord } from '../restaurant.schema';
import { SearchText } from '../search/search-text';

/** A restaurant in memory, with its answers as JSON, made once and kept as long as they hold. */
export class CatalogueEntry {
  readonly searchText: SearchText;
  private menu: string | undefined;
  private answer: { readonly json: string; readonly state: OpeningState } | undefined;

  constructor(readonly record: RestaurantRecord) {
    this.searchText = new SearchText(record);
  }

  isOpen(now: Date): boolean {
    return this.answerAt(now).state.isOpen;
  }

  /** When the JSON of this restaurant changes by itself, because it opens or closes; null for never. */
  changesAt(now: Date): Date | null {
    return this.answerAt(now).state.until;
  }

  json(now: Date): string {
    return this.answerAt(now).json;
  }

  menuJson(): string {
    return (this.menu ??= JSON.stringify(menuAnswer(this.record)));
  }

  private answerAt(now: Date): { readonly json: string; readonly state: OpeningState } {
    const known = this.answer;
    if (known !== undefined && now < (known.state.until ?? FOREVER)) return known;
    const state = openingState(this.record.hours, this.record.timezone, now);
    return (this.answer = { state, json: JSON.stringify(restaurantAnswer(this.record, state)) });
  }
}

const FOREVER = new Date(8.64e15);
