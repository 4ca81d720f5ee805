import { z } from 'zod';

const id = z.string().min(1).max(100);
const words = z.string().trim().min(1).max(100);

/** A modifier that an item may take. `countable`: it may be taken several times, as in "two shots". */
export const choiceSchema = z.object({
  id,
  name: words,
  aliases: z.array(words).max(100).optional(),
  countable: z.boolean().optional(),
  available: z.boolean().optional(),
});

/** Words that may mean any of several choices of one group. */
export const ambiguousAliasSchema = z.object({ alias: words, choice_ids: z.array(id).min(1).max(100) });

/**
 * Choices of one kind. `qualifiable`: they take "light" and "extra"; `negatable`: they take "no" and "without".
 * `max` 1 means that one choice excludes the others; without it, a group that is neither qualifiable, negatable nor countable is taken so.
 */
export const optionGroupSchema = z.object({
  id,
  name: words,
  min: z.number().int().min(0).optional(),
  max: z.number().int().min(1).nullable().optional(),
  default: z.union([id, z.array(id)]).nullable().optional(),
  countable: z.boolean().optional(),
  qualifiable: z.boolean().optional(),
  negatable: z.boolean().optional(),
  choices: z.array(choiceSchema).max(1_000),
  ambiguous_aliases: z.array(ambiguousAliasSchema).max(200).optional(),
});

/** `names`: words for any item of the category, such as "sandwich". */
export const categorySchema = z.object({ id, names: z.array(words).max(50) });

/** Something that can be ordered. `category` and `option_groups` name entries of the menu. */
export const itemSchema = z.object({
  id,
  name: words,
  category: z.string().max(100).optional(),
  aliases: z.array(words).max(100).optional(),
  option_groups: z.array(id).max(100).optional(),
  available: z.boolean().optional(),
});

/**
 * The menu format. Unknown fields (prices, descriptions) are ignored, so a menu as the restaurant API serves it fits.
 * An item may only name option groups that exist, and no two items, groups or choices of a group may share an ID.
 */
export const menuSchema = z
  .object({
    restaurant: words.optional(),
    categories: z.array(categorySchema).max(500).optional(),
    items: z.array(itemSchema).min(1).max(2_000),
    option_groups: z.array(optionGroupSchema).max(500).optional(),
  })
  .superRefine((menu, context) => {
    const groups = new Set(menu.option_groups?.map((group) => group.id));
    const report = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: 'custom', path, message });
    };
    const reportDoubles = (path: (string | number)[], entries: readonly { id: string }[]): void => {
      const seen = new Set<string>();
      entries.forEach((entry, index) => {
        if (seen.has(entry.id)) report([...path, index, 'id'], `the ID "${entry.id}" is used twice`);
        seen.add(entry.id);
      });
    };
    reportDoubles(['items'], menu.items);
    reportDoubles(['option_groups'], menu.option_groups ?? []);
    menu.items.forEach((item, index) => {
      item.option_groups?.forEach((group, position) => {
        if (!groups.has(group)) report(['items', index, 'option_groups', position], `there is no option group "${group}"`);
      });
    });
    menu.option_groups?.forEach((group, index) => {
      reportDoubles(['option_groups', index, 'choices'], group.choices);
      const choices = new Set(group.choices.map((choice) => choice.id));
      group.ambiguous_aliases?.forEach((ambiguous, position) => {
        for (const choice of ambiguous.choice_ids) {
          if (!choices.has(choice)) {
            report(['option_groups', index, 'ambiguous_aliases', position, 'choice_ids'], `there is no choice "${choice}" in group "${group.id}"`);
          }
        }
      });
    });
  });

/** A menu to compile: what `menuSchema` accepts, and structurally also the menu of the restaurant API. */
export type Menu = z.infer<typeof menuSchema>;
export type MenuItem = z.infer<typeof itemSchema>;
export type OptionGroup = z.infer<typeof optionGroupSchema>;
export type Choice = z.infer<typeof choiceSchema>;
