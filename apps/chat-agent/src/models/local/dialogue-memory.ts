import { z } from 'zod';
import { dinerSchema } from './pointing/diners';

export const lineSchema = z.object({
  item_name: z.string(),
  quantity: z.number(),
  notes: z.string().optional(),
  options: z
    .array(
      z.object({
        choice: z.string(),
        group: z.string().optional(),
        negated: z.boolean().optional(),
        qualifier: z.enum(['light', 'extra']).optional(),
        count: z.number().optional(),
      }),
    )
    .optional(),
});

/** What the person was asked, so that a short answer is understood. */
const questionSchema = z.discriminatedUnion('kind', [
  /** Several restaurants sell what `text` asks for. */
  z.object({ kind: z.literal('which_restaurant'), text: z.string(), restaurants: z.array(z.string()) }),
  /** The words fit several items, or may mean the only one; `others` are clear already. */
  z.object({ kind: z.literal('which_item'), restaurant: z.string(), items: z.array(z.string()), quantity: z.number(), how: lineSchema.pick({ options: true, notes: true }).optional(), others: z.array(lineSchema) }),
  /** A line of the order lacks a choice, or has more of them than the dish takes: then the answer takes their place. */
  z.object({ kind: z.literal('which_choice'), line: z.number(), item: z.string(), groupId: z.string(), group: z.string(), choices: z.array(z.string()), replaces: z.boolean().optional() }),
  /** An order from another restaurant is under way. */
  z.object({ kind: z.literal('start_new'), restaurant: z.string(), lines: z.array(lineSchema) }),
  /** Said like a correction of a dish that is not in the order: on top of it, or in its place? */
  z.object({ kind: z.literal('add_or_replace'), restaurant: z.string(), lines: z.array(lineSchema) }),
  z.object({ kind: z.literal('username'), purpose: z.enum(['login', 'registration']) }),
  /** One item was found at one place: a number answers how many, and a yes means `quantity`, or one. */
  z.object({ kind: z.literal('how_many'), restaurant: z.string(), item: z.string(), quantity: z.number().optional(), notes: z.string().optional() }),
  /** What this would cost was told, and whether to order it asked, in place of what the order has of the dish where it `isInstead`, of all that it has where it `isWhole`; a number means so many of it. */
  z.object({ kind: z.literal('order_that'), restaurant: z.string(), lines: z.array(lineSchema), isInstead: z.boolean().optional(), isWhole: z.boolean().optional() }),
  /** Something was asked of a restaurant that was not named. */
  z.object({ kind: z.literal('whose'), tool: z.enum(['get_opening_hours', 'get_reviews']) }),
  /** "Remove" without a word of what. */
  z.object({ kind: z.literal('what_to_remove') }),
  /** What was wanted from another place, in the same breath as the order before it. */
  z.object({ kind: z.literal('next_order'), text: z.string() }),
  /** Whether to cancel a placed order was asked; `rest` is read when that is done. */
  z.object({ kind: z.literal('cancel_placed'), id: z.string(), rest: z.string().optional() }),
  /** The order under way or a placed one: which of them is to go. */
  z.object({ kind: z.literal('which_cancelled'), id: z.string() }),
  /** A review that is not complete yet. */
  z.object({ kind: z.literal('review'), restaurant: z.string().optional(), rating: z.number().optional(), comment: z.string().optional() }),
]);

/** Tools that answer a question about one restaurant. */
export const ASKED_OF_RESTAURANTS = ['get_opening_hours', 'get_menu', 'get_reviews'] as const;

const memorySchema = z.object({
  /** Last spoken of. */
  restaurant: z.string().optional(),
  /** The one spoken of before that, for "the other one". */
  otherRestaurant: z.string().optional(),
  /** What was asked of it last, for "and the other one?": by a tool that takes its name, or what a dish costs; or what each of several pays. */
  asked: z.enum([...ASKED_OF_RESTAURANTS, 'price', 'share']).optional(),
  /** The question that was answered last, for "and the biryani?". */
  inquiry: z.string().optional(),
  /** The last reply was about an order that is placed: "where is it?", "cancel it". */
  isOfPlaced: z.boolean().optional(),
  /** The order that was placed last in this conversation and stands, and how many messages ago. */
  placed: z.object({ id: z.string(), restaurant: z.string(), dishes: z.array(z.object({ name: z.string(), quantity: z.number() })), total: z.string(), age: z.number() }).optional(),
  /** How many eat, where that was told: "2 dabeli each". */
  people: z.number().optional(),
  /** What may be spent, where that was told. */
  budget: z.number().optional(),
  /** Who has what of the order under way. */
  diners: z.array(dinerSchema).optional(),
  /** The order that was dropped last, for "no, make it 3" in two messages; and how many messages ago. */
  dropped: z.object({ restaurant: z.string(), lines: z.array(lineSchema), age: z.number(), isCancelled: z.boolean() }).optional(),
  /** The lines before the last change, for "undo". */
  before: z.object({ restaurant: z.string(), lines: z.array(lineSchema) }).optional(),
  /** What comes after the order under way, from another restaurant. */
  next: z.object({ text: z.string(), restaurant: z.string() }).optional(),
  /** The restaurants that were listed last, also when something else was since: "menu of number 8". */
  places: z.array(z.string()).optional(),
  /** The orders that were listed, newest first, whose they are, what is in them, and which of them was spoken of last. */
  orders: z.object({ ids: z.array(z.string()), restaurants: z.array(z.string()).optional(), dishes: z.array(z.string()).optional(), cancelled: z.array(z.boolean()).optional(), at: z.number() }).optional(),
  /** The dishes that were shown last, when they are no longer in sight: "2 of number 2". */
  shown: z.array(z.string()).optional(),
  /** Last shown, for "the first one". */
  list: z
    .object({
      kind: z.enum(['restaurants', 'items', 'dishes']),
      names: z.array(z.string()),
      /** The first entry answers what was asked, so that "it" is that. */
      answer: z.boolean().optional(),
    })
    .optional(),
  question: questionSchema.optional(),
  /** Messages since the question was asked. */
  questionAge: z.number().optional(),
  /** The dish that was last asked for, for "which is cheaper?". */
  dish: z.string().optional(),
  /** The dish that was asked for before that, for "which of the two?". */
  otherDish: z.string().optional(),
  /** Said together with what comes of the tools in this turn. */
  note: z.string().optional(),
  /** What the message says besides what the tools of this turn are doing: it is read when they are done. */
  rest: z.string().optional(),
  /** What a login was needed for: done as soon as somebody is logged in. */
  afterLogin: z.object({ tool: z.string(), parameters: z.record(z.string(), z.unknown()) }).optional(),
});

export type DialogueMemory = z.infer<typeof memorySchema>;
export type Question = z.infer<typeof questionSchema>;
export type RequestedLine = z.infer<typeof lineSchema>;

/** So many messages after it was asked, nobody answers a question any more. */
const QUESTION_LIFE = 3;

/** What an earlier turn left; nothing where it was of another model or version. */
export function readMemory(stored: unknown): DialogueMemory {
  const result = memorySchema.safeParse(stored ?? {});
  return result.success ? result.data : {};
}

/** The memory after a move. A question that the move does not replace grows older; a yes or no answers only a new one. */
export function remember(memory: DialogueMemory, changes: Partial<DialogueMemory>): DialogueMemory {
  return withQuestion({ ...memory, asked: undefined, inquiry: undefined, isOfPlaced: undefined, dropped: older(memory.dropped), placed: memory.placed === undefined ? undefined : { ...memory.placed, age: memory.placed.age + 1 }, ...spokenOf(memory, changes) }, changes);
}

/** The memory after what tools brought: questions grow older with messages, not with the tools of a turn. */
export function goOn(memory: DialogueMemory, changes: Partial<DialogueMemory>): DialogueMemory {
  return { ...memory, ...spokenOf(memory, changes), ...changes };
}

/** As many messages later as nobody speaks of it any more. */
const DROPPED_LIFE = 3;

function older(dropped: DialogueMemory['dropped']): DialogueMemory['dropped'] {
  return dropped === undefined || dropped.age + 1 >= DROPPED_LIFE ? undefined : { ...dropped, age: dropped.age + 1 };
}

/** What goes out of sight, and is spoken of again only by whoever says so. */
function spokenOf({ restaurant, otherRestaurant, dish, otherDish, list, shown, places }: DialogueMemory, changes: Partial<DialogueMemory>): Partial<DialogueMemory> {
  const isOtherDish = changes.dish !== undefined && dish !== undefined && changes.dish !== dish;
  const isOther = changes.restaurant !== undefined && restaurant !== undefined && changes.restaurant !== restaurant;
  const isOut = 'list' in changes && list?.kind === 'dishes';
  return { otherRestaurant: isOther ? restaurant : otherRestaurant, otherDish: isOtherDish ? dish : otherDish, shown: isOut ? list.names : shown, places: changes.list?.kind === 'restaurants' ? changes.list.names : places };
}

function withQuestion(memory: DialogueMemory, changes: Partial<DialogueMemory>): DialogueMemory {
  if ('question' in changes) return { ...memory, ...changes, questionAge: undefined };
  const questionAge = (memory.questionAge ?? 0) + 1;
  const kept = memory.question === undefined || questionAge >= QUESTION_LIFE ? { question: undefined, questionAge: undefined } : { questionAge };
  return { ...memory, ...changes, ...kept };
}

/** Whether the question that stands was asked by the reply before, so that a yes or no answers it. */
export function isFresh({ question, questionAge = 0 }: DialogueMemory): boolean {
  return question !== undefined && questionAge === 0;
}
