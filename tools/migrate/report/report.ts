import type { CollectionName } from '@foodie-express/restaurant-data';
import { type Fault, type Mapped } from '../legacy/reading';
import { spokenId } from '../legacy/values';

/** A document, or a part of it, that does not fit. */
export interface Misfit extends Fault {
  readonly collection: CollectionName;
  readonly id: string;
  /** Whether the rest of the document is taken over. */
  readonly inPart: boolean;
}

export interface Adaptation {
  readonly what: string;
  documents: number;
  /** Of the first few. */
  readonly examples: string[];
}

/** What became of the documents of a collection. */
export interface Counts {
  read: number;
  written: number;
  alreadyThere: number;
  adapted: number;
  /** Of those written: without parts that do not fit. */
  inPart: number;
  doesNotFit: number;
}

const EXAMPLES = 20;

/** Collects what a run does; a dry run, what it would do. */
export class Report {
  readonly counts = new Map<CollectionName, Counts>();
  readonly misfits: Misfit[] = [];
  /** How many documents the database keeps that do not fit, or not whole; those of earlier runs, too. */
  kept = 0;
  private readonly adaptations = new Map<string, Adaptation>();

  of(name: CollectionName): Counts {
    const known = this.counts.get(name) ?? { read: 0, written: 0, alreadyThere: 0, adapted: 0, inPart: 0, doesNotFit: 0 };
    this.counts.set(name, known);
    return known;
  }

  /** @param id of the Python service */
  add(name: CollectionName, id: unknown, { document, adaptations, faults }: Mapped<unknown>): void {
    const counts = this.of(name);
    const isTaken = document !== undefined;
    counts[isTaken ? 'written' : 'doesNotFit'] += 1;
    if (isTaken && faults.length > 0) counts.inPart += 1;
    for (const fault of faults) this.misfits.push({ collection: name, id: spokenId(id), inPart: isTaken, ...fault });
    if (!isTaken) return;
    if (adaptations.length > 0) counts.adapted += 1;
    for (const what of adaptations) this.adapt(what, `${name} ${spokenId(id)}`);
  }

  /** The most frequent first. */
  adapted(): readonly Adaptation[] {
    return [...this.adaptations.values()].sort((a, b) => b.documents - a.documents);
  }

  sum(count: keyof Counts): number {
    return [...this.counts.values()].reduce((total, counts) => total + counts[count], 0);
  }

  private adapt(what: string, example: string): void {
    const known = this.adaptations.get(what) ?? { what, documents: 0, examples: [] };
    known.documents += 1;
    if (known.examples.length < EXAMPLES) known.examples.push(example);
    this.adaptations.set(what, known);
  }
}
