import { type Representation, representationOf } from '../../http/representation';
import { openingState } from '../opening-hours';
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
  private current: CurrentAnswer | undefined;

  constructor(readonly record: RestaurantRecord) {
    this.searchText = new SearchText(record);
  }

  at(now: Date): CurrentAnswer {
    const known = this.current;
    return known !== undefined && (known.until === null || now < known.until) ? known : (this.current = this.answer(now));
  }

  menu(): Representation {
    return (this.menuAnswer ??= representationOf(JSON.stringify(menuAnswer(this.record)), this.record.revision));
  }

  private answer(now: Date): CurrentAnswer {
    const state = openingState(this.record.hours, this.record.timezone, now);
    const json = JSON.stringify(restaurantAnswer(this.record, state));
    return { isOpen: state.isOpen, json, representation: representationOf(json, this.record.revision), until: state.until };
  }
}
