import { Representation } from '../../http/representation';
import { type OpeningState, openingState } from '../opening-hours';
import { menuAnswer, restaurantAnswer } from '../restaurant-answer';
import type { RestaurantRecord } from '../restaurant.schema';
import { SearchText } from '../search/search-text';

/** What is answered about a restaurant from one opening or closing to the next. */
interface CurrentAnswer {
  readonly isOpen: boolean;
  readonly json: string;
  readonly representation: Representation;
  /** When it no longer holds; null for never. */
  readonly until: Date | null;
}

/** A restaurant in memory, with its answers, made once and kept as long as they hold. */
export class CatalogueEntry {
  readonly searchText: SearchText;
  private menuAnswer: Representation | undefined;
  private opening: OpeningState | undefined;
  private current: CurrentAnswer | undefined;

  constructor(readonly record: RestaurantRecord) {
    this.searchText = new SearchText(record);
  }

  at(now: Date): CurrentAnswer {
    const known = this.current;
    return known !== undefined && (known.until === null || now < known.until) ? known : (this.current = this.answer(now));
  }

  menu(): Representation {
    return (this.menuAnswer ??= new Representation(JSON.stringify(menuAnswer(this.record)), this.record.revision));
  }

  /** Whether it is open; worked out once from one opening or closing to the next. */
  openingAt(now: Date): OpeningState {
    const known = this.opening;
    if (known !== undefined && (known.until === null || now < known.until)) return known;
    return (this.opening = openingState(this.record.hours, this.record.timezone, now));
  }

  private answer(now: Date): CurrentAnswer {
    const state = this.openingAt(now);
    const json = JSON.stringify(restaurantAnswer(this.record, state));
    return { isOpen: state.isOpen, json, representation: new Representation(json, this.record.revision), until: state.until };
  }
}
