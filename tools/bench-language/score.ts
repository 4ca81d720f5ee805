import { z } from 'zod';

const optionSchema = z.object({
  group_id: z.string(),
  choice_id: z.string().optional(),
  candidates: z.array(z.string()).optional(),
  qualifier: z.string().nullish(),
  negated: z.boolean().optional(),
  count: z.number().optional(),
});

const itemSchema = z.object({
  item_id: z.string().optional(),
  candidates: z.array(z.string()).optional(),
  quantity: z.number().optional(),
  options: z.array(optionSchema).optional(),
});

/** A sentence and the order it means, as one line of a data file. */
export const exampleSchema = z.object({ text: z.string(), items: z.array(itemSchema) });

export type Item = z.infer<typeof itemSchema>;
export type Example = z.infer<typeof exampleSchema>;

/** One text for all ways to write the same item: the order of its options does not count, nor does what is said twice. */
export function canonicalItem(item: Item): string {
  const options = (item.options ?? []).map((option) =>
    JSON.stringify([
      option.group_id,
      option.candidates ? [...option.candidates].sort() : option.choice_id,
      option.qualifier ?? null,
      option.negated ?? false,
      option.count ?? 1,
    ]),
  );
  return JSON.stringify([item.candidates ? [...item.candidates].sort() : item.item_id, item.quantity ?? 1, [...new Set(options)].sort()]);
}

/** How many of a list's items are also in the other, each counted once. */
function common(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  return one.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

/** Parses against golds: whole orders that match, and the F1 of single items. */
export class Score {
  sentences = 0;
  exact = 0;
  private gold = 0;
  private said = 0;
  private hits = 0;

  /** Counts one sentence. Answers whether the whole order matches. */
  add(gold: readonly Item[], said: readonly Item[]): boolean {
    const wanted = gold.map(canonicalItem);
    const got = said.map(canonicalItem);
    const hits = common(wanted, got);
    const matches = hits === wanted.length && hits === got.length;
    this.sentences += 1;
    this.exact += matches ? 1 : 0;
    this.gold += wanted.length;
    this.said += got.length;
    this.hits += hits;
    return matches;
  }

  /** 0 to 1; 1 where there was nothing to find and nothing was found. */
  get itemF1(): number {
    return this.gold + this.said === 0 ? 1 : (2 * this.hits) / (this.gold + this.said);
  }
}
