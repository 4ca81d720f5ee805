import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { NodeMiddleware } from '../http/in-sequence';
import { type Representation, sendRepresentation } from '../http/representation';
import { CLOCK, type Clock } from '../platform/tokens';
import { RestaurantCatalogue } from './catalogue/restaurant-catalogue';

/** An answer that holds until a restaurant is changed or `until`, whichever comes first. */
export interface HotAnswer {
  readonly representation: Representation;
  /** How many entries there are on all pages of a list. */
  readonly total?: number | undefined;
  /** The catalogue's version that it was made of. */
  readonly version: number;
  /** When a restaurant in it opens or closes; null for never. */
  readonly until: Date | null;
}

const KEPT = 1_000;
const KEPT_BYTES = 64 * 1024 * 1024;

/**
 * Answers by address, for what most people read: the list, a menu, a common search. It stands before the routes, so that a
 * repeated question is answered without validating and composing anything. What it does not hold, or no longer, the routes answer.
 */
@Injectable()
export class HotReads {
  private readonly answers = new LRUCache<string, HotAnswer>({ max: KEPT, maxSize: KEPT_BYTES, sizeCalculation: ({ representation }) => sizeOf(representation) });

  constructor(
    private readonly catalogue: RestaurantCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  keep(address: string, answer: HotAnswer): void {
    this.answers.set(address, answer);
  }

  readonly middleware: NodeMiddleware = (request, response, next) => {
    const answer = request.method === 'GET' && this.catalogue.isFresh ? this.answers.get(request.url ?? '') : undefined;
    const holds = answer?.version === this.catalogue.version && (answer.until === null || this.clock() < answer.until);
    if (answer === undefined || !holds) next();
    else sendHotAnswer(answer, request, response).catch(next);
  };
}

/** With room for its compressed forms. */
function sizeOf({ body }: Representation): number {
  return 2 * body.length + 1;
}

export function sendHotAnswer({ representation, total }: HotAnswer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (total !== undefined) response.setHeader('X-Total-Count', total);
  return sendRepresentation(representation, request, response);
}
