import { type Document, fieldsOf, isArray, isDocument } from '../bson/document';

/** One operator on one field, out of the conjunction that a query is. */
export interface FieldPredicate {
  readonly path: string;
  readonly operator: string;
  readonly operand: unknown;
}

export interface Conjunction {
  readonly predicates: readonly FieldPredicate[];
  /** Disjunctions that must hold besides. */
  readonly alternatives: readonly (readonly Document[])[];
  /** Whether there is more to the query than `predicates`. */
  readonly hasOther: boolean;
}

/** A normalized query taken apart: what must hold of single fields, through `$and` at any depth. */
export function conjunctionOf(source: Document): Conjunction {
  const predicates: FieldPredicate[] = [];
  const alternatives: Document[][] = [];
  let hasOther = false;
  for (const [key, value] of fieldsOf(source)) {
    if (key === '$and' && isArray(value)) {
      const parts = value.filter(isDocument).map(conjunctionOf);
      predicates.push(...parts.flatMap((part) => part.predicates));
      alternatives.push(...parts.flatMap((part) => part.alternatives.map((branches) => [...branches])));
      hasOther ||= parts.some((part) => part.hasOther);
    } else if (key === '$or' && isArray(value)) {
      alternatives.push(value.filter(isDocument));
    } else if (!key.startsWith('$') && isDocument(value)) {
      for (const [operator, operand] of fieldsOf(value)) predicates.push({ path: key, operator, operand });
    } else {
      hasOther = true;
    }
  }
  return { predicates, alternatives, hasOther: hasOther || alternatives.length > 0 };
}
