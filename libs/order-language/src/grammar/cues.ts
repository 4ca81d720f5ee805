import type { Qualifier } from '../parsed-order';

/** What a phrase of plain English does in an order. Words of the menu are no cues. */
export type Cue =
  /** Says nothing about the order: politeness, pronouns, prepositions. */
  | { readonly kind: 'filler' }
  /** Begins a request: "I'd like", "give me". */
  | { readonly kind: 'request' }
  /** `anew`: a refusal does not reach over it. */
  | { readonly kind: 'and'; readonly anew?: true }
  | { readonly kind: 'or' }
  | { readonly kind: 'with' }
  | { readonly kind: 'but' }
  /** Begins something new: "a", "another". */
  | { readonly kind: 'determiner' }
  /** Points at something known: "the", "that". */
  | { readonly kind: 'definite' }
  /** `ofThem`: so many of the open line, as in "one of them". */
  | { readonly kind: 'number'; readonly value: number; readonly ofThem?: true }
  /** "Dinner for four:" tells how many eat, before anything is ordered. */
  | { readonly kind: 'guests' }
  /** "Half of them". */
  | { readonly kind: 'half'; readonly ofThem: boolean }
  /** "x2", "times two": a quantity said after the item. `first`: only where the item has none yet, as in "three of them". */
  | { readonly kind: 'times'; readonly value: number; readonly first: boolean }
  /** `behind`: "without", which may end what it refuses. `excepting`: "except", which takes back no dish. */
  | { readonly kind: 'negation'; readonly behind?: true; readonly excepting?: true }
  | { readonly kind: 'qualifier'; readonly qualifier: Qualifier }
  /** "double", "triple": several of a countable choice, extra of another. */
  | { readonly kind: 'multiple'; readonly value: number }
  /** "order of", "bag of": stands between a number and what is counted. */
  | { readonly kind: 'measure' }
  /** "no wait", "I mean": what follows replaces what was said. `recast`: "no, make it", with what was said of it. */
  | { readonly kind: 'correction'; readonly strong: boolean; readonly recast?: true }
  /** "make that": what follows may change what was said. */
  | { readonly kind: 'revision'; readonly definite?: true }
  | { readonly kind: 'instead' }
  /** "both", "each": what follows belongs to several lines or to all of one; `count` 0 is all. `of`: the items that were named behind it, "both pizzas". `whole`: of the whole order, "everything". */
  | { readonly kind: 'shared'; readonly count: number; readonly of?: readonly number[]; readonly whole?: true }
  /** "the other one", "the rest": so many of the open line as are left. */
  | { readonly kind: 'other' }
  /** "On all of them": what was said just before, or what follows, belongs to several lines. */
  | { readonly kind: 'sharedBack'; readonly count: number; readonly of?: readonly number[] }
  /** "On one of them", "on the other": what was said just before belongs to so many of the open line. */
  | { readonly kind: 'partBack'; readonly quantity: number | 'rest'; readonly of?: readonly number[] }
  /** "On the large one", "on the masala ones": what was said just before belongs to the line with that choice, or of one of those items. */
  | { readonly kind: 'lineBack'; readonly choices: readonly number[]; readonly items: readonly number[] }
  /** "The large one": what follows belongs to the line with that choice. */
  | { readonly kind: 'lineOnceMore'; readonly choices: readonly number[] }
  /** "The same for my friend": all that was said once more. */
  | { readonly kind: 'same' }
  /** "2 each", "one of each": so many of every item just said or about to be said. */
  | { readonly kind: 'each'; readonly value: number }
  /** "One plain": with nothing told apart. */
  | { readonly kind: 'plain' }
  /** "another one": as many more of the open line. */
  | { readonly kind: 'again'; readonly value: number }
  /** "an iced one", "two small ones": stands for the item of the open line. `closing`: what is said of it ends there. */
  | { readonly kind: 'pronoun'; readonly closing: boolean }
  /** "to drink", "for the": a category named after it says nothing new. */
  | { readonly kind: 'role'; readonly definite?: true }
  /** "As a": what was said, in the form of another item. */
  | { readonly kind: 'recast' }
  /** "Well done", "on the side": how something is wanted. */
  | { readonly kind: 'manner' };

export type CueKind = Cue['kind'];

const phrases = (list: string): string[] => list.split(',').map((phrase) => phrase.trim()).filter(Boolean);

const ATTACHING = ['on', 'in', 'for', 'to', 'onto'];

function withOn(list: string): string[] {
  return phrases(list).flatMap((phrase) => ATTACHING.map((word) => `${word} ${phrase}`));
}

/** "The same for my friend", "same thing for her". */
function sameFor(): string {
  const nouns = ['', ' thing', ' order'];
  return nouns.flatMap((noun) => [`same${noun} again`, ...['my', 'me', 'him', 'her', 'us'].map((person) => `same${noun} for ${person}`), ...['want', 'wants', 'have', 'has', 'get', 'gets', 'take', 'takes'].map((verb) => `${verb} the same${noun}`)]).flatMap((phrase) => [phrase, `the ${phrase}`]).join(', ');
}

/** Phrases by what they do, in normalized words: apostrophes dropped, number words as digits. */
const TABLE: readonly (readonly [Cue, readonly string[]])[] = [
  [{ kind: 'filler' }, phrases('nice and, good and, apart from that, aside from that, other than that, besides that')],
  [{ kind: 'filler' }, ['the', 'my', 'our'].flatMap((whose) => ['kids', 'kid', 'son', 'daughter', 'wife', 'husband', 'family', 'girls', 'boys', 'children', 'baby', 'mom', 'mum', 'dad', 'friend'].map((who) => `for ${whose} ${who}`))],
  [
    { kind: 'request' },
    phrases(`want, wants, wanted, wanna, would like, id like, id love, would love, like to, need, needs, get, gets, have, take, give, gimme, gimmie,
      try, trying, order, ordering, grab, bring, add, include, includes, put, throw in, do, make me, go with, go for, going with, prefer, looking for, sub, substitute, sub in, dont forget, dont forget the, do not forget, do not forget the,
      ill take, ill have, ill get, ill do, ill go with, ill go for, ill try, send, start with, finish with, finish off with, end with, followed by, follow with, let me get, let me have, lets get, lets do, lets go with,
      lemme get, lemme have, gimme some, can i get, can i have, could i get, could i have, may i have, may i get, can we get, can we have, can you add, could you add, also, then, next, finally, lastly, plus also`),
  ],
  [{ kind: 'and' }, phrases('and, and also, and then, aur')],
  [{ kind: 'and', anew: true }, phrases('plus, as well as, also add, along with that')],
  [{ kind: 'or' }, phrases('or, nor')],
  [
    { kind: 'with' },
    phrases(`with, along with, together with, including, topped with, sweetened with, finished with, flavored with, flavoured with, drizzled with, sprinkled with, mixed with, stuffed with, comes with, come with, that has, that have, which has, has, having, containing,
      dressed with, filled with, made with, featuring, adding, loaded with, covered in, cooked in, made in, fried in, on top, on a bed of, and with, served with, w, in a, in an`),
  ],
  [{ kind: 'but' }, phrases('but, but with, though, however, except that')],
  [{ kind: 'determiner' }, phrases('a, an, another, an additional, an extra 1, some more of')],
  [{ kind: 'definite' }, phrases('the, that, this, those, these, them, your, it, my')],
  [{ kind: 'number', value: 2 }, phrases('a couple, a couple of, couple, couple of, a pair of, pair of, a couple more')],
  [{ kind: 'number', value: 3 }, phrases('a few, few')],
  [{ kind: 'number', value: 6 }, phrases('half a dozen, half dozen, a half dozen, half a dozen of')],
  [{ kind: 'number', value: 1 }, phrases('a single, single, just 1, only 1, 1 more')],
  [
    { kind: 'negation' },
    phrases(`no, not, neither, not any, non, without any, without adding, hold, hold the, hold on, hold off on, hold all, leave off, leave out, leave off the, leave out the,
      leave the, minus, skip, skip on, avoid, but not, dont, dont want, do not want, dont want any, dont add, do not add, do no add, dont put,
      do not put, dont include, do not include, dont need, do not need, wont need, not want, get rid of, take off, take out, remove, omit, lose the, ditch, nix, drop the, cut the, cut out,
      nothing with, none of, never, no need for, no more, sans, allergic to, keep off, 86, was gonna get, was going to get, was gonna have, was going to have,
      was gonna order, was going to order, was thinking of, was thinking about, never mind the, forget, forget the, forget about, forget about the, scratch, scratch the, cancel, cancel the, scrap the, strike the`),
  ],
  [{ kind: 'negation', behind: true }, phrases('without')],
  [{ kind: 'negation', excepting: true }, phrases('except, except for, excluding, apart from, aside from, save for, everything but, everything except, all but, anything but')],
  [
    { kind: 'qualifier', qualifier: 'extra' },
    phrases(`extra, xtra, more, additional, lots of, lot of, a lot of, lots and lots of, plenty of, heavy, heavy on, heavy on the, go heavy on, loads of, load up on, tons of,
      generous, extra helping of, an extra, extra extra, a lot more, a bunch of, an additional, an extra helping of, extra of`),
  ],
  [
    { kind: 'qualifier', qualifier: 'light' },
    phrases(`light, lite, light on, light on the, go light on, go light on the, a little, a little bit of, little, little bit of, less, a bit of, bit of, a touch of, touch of, a splash of, a dash of, dash of,
      a drizzle of, drizzle of, a hint of, hint of, a tad of, tad of, a tad, a sprinkle of, sprinkle of, a smidge of, easy on, easy on the, easy, go easy on, go easy on the, just a little, just a touch of,
      just a bit of, just a little bit of, only a little, only a little bit of, not too much, not much, not a lot of, a small amount of, a little less, reduced, minimal, thin layer of`),
  ],
  [{ kind: 'multiple', value: 2 }, phrases('double, twice the, a double, double the')],
  [{ kind: 'multiple', value: 3 }, phrases('triple, triple the, a triple')],
  [{ kind: 'multiple', value: 4 }, phrases('quadruple, quad')],
  [
    { kind: 'measure' },
    phrases(`order of, orders of, side of, sides of, side order of, side orders of, bag of, bags of, bottle of, bottles of, cup of, cups of, glass of, glasses of, can of, cans of,
      box of, boxes of, plate of, plates of, bowl of, bowls of, slice of, slices of, piece of, pieces of, portion of, portions of, serving of, servings of, helping of, pot of, pots of,
      basket of, tub of, jug of, pitcher of, pack of, packs of, packet of, carton of, scoop of, scoops of, shot of, shots of, pump of, pumps of, stick of, sticks of, set of, sets of,
      kind of, type of, choice of, of, size of, sized, pump, pumps, scoop, scoops, slice, slices, spoon, spoons, spoonful, spoonfuls, spoon of, spoons of, spoonful of, spoonfuls of,
      teaspoon of, teaspoons of, squirt of, squirts of, packets of, dollop of, dollops of, handful of, sheet of, sheets of, leaf of, leaves of, stick, sticks, packet, packets`),
  ],
  [
    { kind: 'correction', strong: true },
    phrases(`no wait, wait no, no sorry, sorry, i mean, i meant, scratch that, strike that, correction, or rather, rather, oops, no no, wait, hang on, hold on no, my mistake, my bad, never mind, nevermind, no never mind, no nevermind, change that to, change that, change it to, turn that into, turn it into, switch that to, switch it to,
      actually no, no actually, on 2nd thought, on second thought, let me change that to, excuse me no`),
  ],
  [{ kind: 'correction', strong: true, recast: true }, phrases('no make that, no make it, wait make that, wait make it, no wait make it, no wait make that, actually make that, actually make it, instead make it')],
  [{ kind: 'correction', strong: false }, phrases('actually')],
  [{ kind: 'revision' }, phrases('make that, make it, make them, make those, make this')],
  [{ kind: 'revision', definite: true }, phrases('make the, make my')],
  [{ kind: 'instead' }, phrases('instead of, rather than, in place of, in lieu of, as opposed to, replacing, substituting for')],
  [{ kind: 'shared', count: 2 }, phrases('both, both of them, both of those, both of these, make both, make them both, them both')],
  [
    { kind: 'shared', count: 0 },
    phrases(`all, all of them, all of those, all of these, each, each of them, each 1, every 1, all with, make them all, make all of them, them all,
      everything with, each with`),
  ],
  [{ kind: 'shared', count: 0, whole: true }, phrases('everything, make everything, everything should be')],
  ...[3, 4, 5].map((count): [Cue, string[]] => [{ kind: 'shared', count }, phrases(`all ${count}, all ${count} of them, all ${count} of those, all ${count} with`)]),
  [
    { kind: 'sharedBack', count: 0 },
    phrases(`on all of them, for all of them, on all of those, on all of these, in all of them, to all of them, on all, for all, in all, on each, for each, in each, on each of them, in each of them, for each of them,
      on each 1, on every 1, on everything, on anything, in anything, on them all, on any of them, in any of them, on any, in any, on either of them, in either of them`),
  ],
  ...[3, 4, 5].map((count): [Cue, string[]] => [{ kind: 'sharedBack', count }, withOn(`all ${count}, all ${count} of them, all ${count} of those, the ${count} of them`)]),
  [{ kind: 'sharedBack', count: 2 }, phrases('on both, for both, in both, to both, on both of them, in both of them, for both of them, to both of them, on them both, on the 2 of them')],
  [{ kind: 'plain' }, phrases('plain, regular, normal, standard, as is, as it is, as it comes, by itself, on its own, with nothing, with nothing on it, nothing on it, without anything, just plain')],
  [{ kind: 'other' }, phrases('the other, the other 1, other 1, the others, the other ones, the other half, other half, the rest, the rest of them, the remaining, the second, the second 1, the third, the third 1, second 1, the last 1, the last, other, rest')],
  [{ kind: 'half', ofThem: true }, phrases('half of them, half of those, half of these')],
  [{ kind: 'half', ofThem: false }, phrases('half')],
  [{ kind: 'partBack', quantity: 'rest' }, withOn('the other, the other 1, the others, the other ones, the rest, the rest of them, the second, the second 1, the other half, the remaining ones')],
  [{ kind: 'same' }, phrases(`same again, ${sameFor()}`)],
  [{ kind: 'again', value: 1 }, phrases('another 1, 1 more, another 1 of those, 1 more of those, another of those, another of the same, 1 more of the same')],
  [{ kind: 'pronoun', closing: false }, phrases('1, ones')],
  [{ kind: 'again', value: 2 }, phrases('2 more, 2 more of those, another 2, 2 more of the same')],
  [{ kind: 'again', value: 3 }, phrases('3 more, 3 more of those, another 3, 3 more of the same')],
  [{ kind: 'manner' }, phrases('well done, medium well, medium rare, on the side, cut in half, cut in 2, cut in 4, cut into 2, cut into 4, extra well done')],
  [
    { kind: 'role' },
    phrases(`for my, for a, for our, for me a, to, as a, as my, as the, as, on my, which, for your, my`),
  ],
  [{ kind: 'role', definite: true }, phrases('for the, on the')],
];

/** Cues by phrase, words joined by a space. A phrase may have several readings. */
export const CUES: ReadonlyMap<string, readonly Cue[]> = buildCues();

/** Words with which a longer cue begins. */
export const CUE_BEGINNINGS: ReadonlySet<string> = new Set(
  [...CUES.keys()].flatMap((phrase) => {
    const words = phrase.split(' ');
    return words.slice(1).map((_, k) => words.slice(0, k + 1).join(' '));
  }),
);

function buildCues(): Map<string, Cue[]> {
  const cues = new Map<string, Cue[]>();
  for (const [cue, list] of TABLE) {
    for (const phrase of list) {
      const readings = cues.get(phrase);
      if (readings) readings.push(cue);
      else cues.set(phrase, [cue]);
    }
  }
  return cues;
}
