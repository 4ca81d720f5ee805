import type { OrderLineFact } from '../../chat-model';
import { linesDescribed, notedByPlace, placeOf, toDescribed, toldApart } from '../pointing/described-lines';
import { namesDish } from '../orders/menu-words';
import { numberOf, wordsOf } from '../speech/utterance';

/** "One more but chicken", "another one with olives". */
const ANOTHER_ONE = /^(?:(?:and|add|also|plus) )*(?:one more|another one|another)(?: of (?:those|them|that|the same))? (?:but |(?=with))(?:in |(with|without|no|not|less|extra) )?/;
/** "Instead of one coffee give me a brownie". */
const INSTEAD_FIRST = /^instead of (.+?),? (?:(?:can you |could you |please )*(?:give me|get me|i want|i'll (?:have|take)|i'd like|i would like|make it|add|let me have|bring)) (.+)$/;
/** "A cake, not a brownie." */
const NOT_THAT = /^(?:i (?:said|meant|mean|wanted|asked for) )?(.+?),? (?:and )?not ((?:an?|the) .+)$/;
/** "I said masala", where one dish is ordered and it was another. */
const I_SAID = /^(?:(?:that's|that is|it's|this is|you got it|all)? ?(?:wrong|incorrect|not right|not what i (?:said|ordered|asked for|wanted)|a mistake)[ ,]+(?:i (?:said|ordered|wanted|asked for|meant) )?|i (?:said|meant|ordered|asked for) )(?!(?:no|without|with|only|just|yes|\d|one\b|two\b|three\b|four\b|five\b|six\b))(?:an? |the )?([^ ,].*)$/;
/** "Add olives to one", of several that are alike. */
const TO_ONE = /^(?:add|put) (.+) (?:to|on|in) (?:just |only )?(one|two|three|four|\d+)(?: of (?:them|those|it))?$/;
/** "Cut the coffees down to 2", "bring it down to 2". */
const DOWN_TO = /^(?:cut|bring|take|get|reduce|drop|lower|increase|raise|bump)(?: up| down)? (.+?)(?: back)?(?: down| up)? to (\d+|one|two|three|four|five|six|seven|eight|nine|ten)$/;
/** "My husband cannot have curd, could one be without it?" */
const WITHOUT_IT = /\b(?:cannot|can't|can not|doesn't|does not|don't|do not|shouldn't|is not allowed to|isn't allowed to) (?:have|eat|like|take|drink|want) (\p{L}+)[ ,]+((?:[^ ,].*\b)?(?:without|no|skip|leave out)) (?:it|that|them|any)\b/u;

/** "One with extra cheese", of two that stand. */
const ONE_WITH = /^(?:and |but |make |please )*(one|two|three|four|\d+) ((?:with|without) .+)$/;
/** "Can I get the dosa without potato?", of the one that stands. */
const GET_THE = /^(?:can|could|may) i (?:please )?(?:get|have) (?:the|my) ([\p{L}' ]+?) ((?:with|without|no|extra|less|not) .+)$/u;
/** "Golgappa one more." */
const MORE_BEHIND = /^(?:and )?((?!add|get|give|i\b|make|order|want|the\b)[\p{L}' ]+?) (one|two|three|four|five|\d+) more$/u;
/** "Turn it into a meal." */
const TURN_INTO = /^turn (it|that|this|them|the [\p{L} ]+?) into (?:an? )?(.+)$/u;
/** "Two of it rather than one": of the line that has one. */
const RATHER_THAN = /^(?:and |make it )?(\w+)(?: of (?:it|that|them|the (.+?)))? (?:rather than|instead of|not) (?:just |only )?(\w+)$/;
/** "Dabeli to 5." */
const TO_COUNT = /^(?:the )?([\p{L}' ]+?) to (\d+|one|two|three|four|five|six|seven|eight|nine|ten)$/u;
/** "I don't want bhel either, just pani puri." */
const NOT_BUT = /^i (?:don't|do not) want (?:the |any )?(.+?)(?: either| anymore| any more)? ?, (?:(?:i want|give me|just|only|but|rather|instead)[ ,]+)+([^ ,].*)$/;

/** "Not the biryani, the butter chicken." */
const NOT_THE = /^not (?:the |an? |any )?([^,]+?) ?, (?:but |i meant |i want )?(?:the |an? )?([^,]+)$/;
/** "No pani puri, bhel puri instead." */
const NO_INSTEAD = /^(?:no|not|without)(?: the)? (.+?) ?, (?:but |give me |i want |just )?(.+?) instead(?: please)?$/;

/** "No coffee after all." */
const AFTER_ALL = /^(?:(?:and|but|so|then|oh|ok|sorry|actually|please)[ ,]+)*(?:no|not|without|forget) (?:the |any |that )?([\p{L}' ]+?) after all$/u;
/** "He says a medium one is fine for the cheese burst." */
const SAYS_IT_IS_FINE = /^(?:(?:and|but|so|oh|ok|hmm|actually|wait)[ ,]+)*(?:he|she|they|my \p{L}+) (?:says?|said|thinks?|thought) (?:that )?(?:an? |the )?(\p{L}+)(?: one)? (?:is|was|would be|will be|will do) ?(?:fine|ok|okay|enough|good|better|alright)? (?:for|as) (?:the |his |her |their )?([\p{L} ]+)$/u;

/** "One dosa off." */
const COUNT_OFF = /^(?:(?:and|so|please|ok|then) )*(an?|one|two|three|four|five|\d+) ([\p{L}' ]+?) (?:off|out|away)(?: please)?$/u;
/** "The thepla, let's say two of them." */
const LETS_SAY = /^(?:(?:and|but|so|oh|for) )*(?:the |those |my )?([\p{L}' ]+?) ?, (?:let's say|let's make (?:that|it|those)|say|make (?:that|it|those|them)) (\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: of (?:them|those|it))?$/u;
/** "Yes, but with two theplas." */
const WITH_COUNT = /^with (\d+|two|three|four|five|six|seven|eight|nine|ten) ([\p{L}' ]+?)(?: instead| please)*$/u;
/** "Raj would rather have a dal instead of one of the thalis": whoever it is for. */
const RATHER_INSTEAD = /(?<=^|, )(?:(?:and|but|so|actually) )*(?:(?!i |we )\p{L}+ ){1,2}(?:would|'d) (?:rather|prefer to|like to) (?:have|eat|get|take) ((?:an?|one|two|three|\d+) [^,]+?) instead of ([^,]+)/u;

/** "Idli cancel", "biryani double": the verb behind. */
const VERB_BEHIND = /^(?:the )?([\p{L}' ]+?) (cancel|remove|delete|hatao|double)(?: (?:it|please|kar do|karo|kardo))*$/u;
/** "Not another kebab, I mean the first one": what is not asked for changes nothing. */
const NOT_ANOTHER = /^(?:no+[ ,]+)*not (?:another|one more|a new|a second)(?: [^ ,]+){0,3} ?, /;
/** "I don't want 3 dosas, remove the last one": what follows says how it is mended. */
const NOT_SO_MANY = /^(?:i |we )?(?:don't|do not) want (?:\d+|two|three|four|five|six)(?: [^ ,]+){0,4}?[ ,]+(?=(?:remove|delete|drop|take|cancel|make|change|keep)\b)/;
/** "Remove lamb one." */
const REMOVE_BARE = /^(remove|delete|drop|cancel|take off) (?!the\b|that\b|this\b|my\b|any\b|one\b|last\b|\d)([^ ,]+(?: [^ ,]+)? one)$/;
/** "Chilli on the lamb only." */
const ONLY_BEHIND = /((?:^| )(?:on|to|in) the [\p{L} ]+?) only(?=$|,)/u;

/** "Chilli on the lamb": on the one that has lamb. */
const ON_THE = /\b(on|to|for) the (\p{L}+)(?= *$|,| and\b)/gu;

/** "Remove one", of several that are alike. */
const REMOVE_SOME = /^(?:remove|delete|drop|cancel|take(?: off| out| away)?) (?:just |only )?(one|two|three|four|five|\d+)(?: of (?:them|those|it|these))?(?: (?:off|out|away|please))*$/;
/** "Both large and only one with olives": that one, and no fewer of them. */
const ONLY_SOME = /(?<=[ ,](?:and|but) |, )(?:only|just) (?=(?:one|two|three|four|\d+)(?: of (?:them|those|it))? (?:with|without)\b)/;

/** "Another one, same." */
const ONE_MORE_SAME = /^(?:and |also )?(?:another one|another|one more)[ ,]+(?:(?:of|exactly|just) )?(?:the )?same(?: (?:to same|again|thing|way|please|as (?:that|it|before)))*$/;
/** "Except thepla", said of an order that stands. */
const ALL_BUT = /^(?:everything |all |all of it )?(?:except|but not|minus|apart from) (?:the |for the |for )?([\p{L}' ]+?)(?: please)?$/u;
/** "Make it two, the second one without curd." */
const SECOND_SO = /^(make (?:it|that) (?:two|2)) ?, (?:and |but )?(?:the )?(?:second|2nd|other) one ((?:with|without|no) .+)$/;
/** "Spicy all": how all of them should be. */
const ALL_BEHIND = /^(?:please )?((?:(?:very|extra|less|not|not too) )?(?:spicy|mild|hot|crispy|sweet|jain|well done|warm)) (?:for |on |in |with )?(?:all|everything|both|each|everyone|everybody|all of (?:it|them))(?: please)?$/;
/** "Onion on all": what all of them should have. */
const ON_ALL = /^(?:please )?(?:with )?(?!no\b|without\b|less\b|extra\b|more\b|only\b|not\b|add\b|put\b|make\b)(\p{L}+(?: \p{L}+)?) (?:on|in|for|with|to) (?:all|everything|both|each(?: one| of them)?|all of them|every one)(?: please)?$/u;
/** "Take one bhel off, the mild": which of the lines of that name. */
const OFF_THE = /^(?:take|remove|delete|drop|cancel)(?: off| out)?(?: one| an?| the)? ([\p{L} ]{2,40}?)(?: off| out| away)? ?, (?:that is |i mean )?the (\p{L}+)(?: one)?$/u;

/** "Take 2 off the idli". */
const OFF_COUNT = /^(?:take|knock|cut|remove) (\d+|one|two|three|four|five|six) (?:off|from) (?:the |my )?(\p{L}+(?: \p{L}+){0,2})$/u;
/** "Double the curd ones". */
const DOUBLED = /^(?:please )?double (?:up )?(?:on )?the ([\p{L}-]+(?: [\p{L}-]+){0,2}) ones?$/u;
/** "The first one, make it 2". */
const POINTED_FIRST = /^(the [\p{L} ]{2,40}?) ?, (?:and |please )*(make|change|turn) (?:it|that|them|those|this)(?: to)? (\S.*)$/u;
/** "The hot pav bhaji, no onion in that": the wish on the line. */
const WISH_IN_THAT = /^(the [\p{L} ]+?) ?, ((?:no|without|less|extra|more) [\p{L} ]+?) (?:in|on|for|with|to) (?:that|it|this|them|those)(?: one| ones)?(?: please)?$/u;
/** "Take it off again": back to how it was, and nothing once more. */
const UNDONE_AGAIN = /\b((?:take|remove|drop|leave|delete|skip|cut|hold|make|change|swap)\b[^,]*?) again\b/;

/** What a sentence asks of the order that stands, in words that the reader of edits knows. */
export function asEdit(said: string, standing: readonly OrderLineFact[]): string {
  const [, what = '', asked = ''] = WITHOUT_IT.exec(said) ?? [];
  const isSeveral = (standing.at(-1)?.quantity ?? 0) > 1;
  const told = toldApart(notedByPlace(what === '' ? said : `${asked} ${what}`, standing), standing)
    .replace(OFF_COUNT, (whole, count: string, name: string) => fewer(numberOf(count) ?? 0, name, standing) ?? whole)
    .replace(POINTED_FIRST, (_whole, which: string, verb: string, how: string) => `${verb} ${which} ${how}`)
    .replace(DOUBLED, (whole, which: string) => doubled(which, standing) ?? whole)
    .replace(VERB_BEHIND, (whole, name: string, verb: string) => (isStanding(name, standing) ? `${verb === 'double' ? verb : 'remove'} the ${name}` : whole))
    .replace(ALL_BUT, (whole, name: string) => (isStanding(name, standing) ? `remove the ${name}` : whole))
    .replace(WISH_IN_THAT, '$2 in $1')
    .replace(NOT_ANOTHER, '')
    .replace(NOT_SO_MANY, '')
    .replace(REMOVE_BARE, '$1 the $2')
    .replace(ONLY_BEHIND, '$1')
    .replace(ON_THE, (whole, on: string, how: string) => (isToldApart(how, standing) ? `${on} the ${how} one` : whole))
    .replace(REMOVE_SOME, (whole, some: string) => (standing.length === 1 && (standing[0]?.quantity ?? 0) > (numberOf(some) ?? Infinity) ? `${some} less` : whole))
    .replace(ONLY_SOME, '')
    .replace(ONE_MORE_SAME, 'one more')
    .replace(SECOND_SO, '$1, one of them $2')
    .replace(ALL_BEHIND, 'make all of them $1')
    .replace(ON_ALL, 'all with $1')
    .replace(OFF_THE, 'remove the $2 $1')
    .replace(TURN_INTO, 'make $1 a $2')
    .replace(RATHER_THAN, (whole, count: string, name: string | undefined, had: string) => {
      const line = standing.findLast(({ itemName, quantity }) => quantity === numberOf(had) && (name === undefined || itemName.toLowerCase() === name));
      return numberOf(count) === undefined || line === undefined ? whole : `make the ${line.itemName.toLowerCase()} ${count}`;
    })
    .replace(ONE_WITH, (whole, count: string, how: string) => (isSeveral && !/\b(?:one|two|three|four|\d+)\b/.test(how) ? `${count} of them ${how}` : whole))
    .replace(/^(?:and )?add (?:just |only )?(one|two|three|four|five|\d+)(?: (?:please|of (?:it|that|them|those)))*$/, '$1 more')
    .replace(/^(?:add|put) (.+?) back(?: in| please)*$/, 'add $1')
    .replace(GET_THE, (whole, name: string, how: string) => (isStanding(name, standing) ? `make the ${name} ${how}` : whole))
    .replace(MORE_BEHIND, '$2 more $1')
    .replace(UNDONE_AGAIN, '$1')
    .replace(COUNT_OFF, (whole, count: string, name: string) => (isStanding(name, standing) ? `${/^an?$/.test(count) ? 'one' : count} less ${name}` : whole))
    .replace(LETS_SAY, (whole, name: string, count: string) => (isStanding(name, standing) ? `make the ${name} ${count}` : whole))
    .replace(WITH_COUNT, (whole, count: string, name: string) => (isStanding(name, standing) ? `make the ${name} ${count}` : whole))
    .replace(RATHER_INSTEAD, 'swap $2 for $1')
    .replace(SAYS_IT_IS_FINE, 'make the $2 $1')
    .replace(AFTER_ALL, (whole, name: string) => (isStanding(name, standing) ? `remove the ${name}` : whole))
    .replace(TO_COUNT, (whole, name: string, count: string) => (isStanding(name, standing) ? `make ${name} ${count}` : whole))
    .replace(TO_ONE, '$2 of them with $1').replace(DOWN_TO, 'make $1 $2');
  return asSwap(forOne(withName(told, standing), standing), standing);
}

/** "Double the curd ones", as a number of the one line that is so. */
function doubled(which: string, standing: readonly OrderLineFact[]): string | undefined {
  const [at, line] = oneDescribed(which, standing) ?? [];
  return at === undefined || line === undefined ? undefined : `make ${placeOf(at, standing.length)} ${String(2 * line.quantity)}`;
}

/** So many less of the one line that is named. */
function fewer(count: number, name: string, standing: readonly OrderLineFact[]): string | undefined {
  const [at, line] = oneDescribed(name, standing) ?? [];
  return at === undefined || line === undefined || line.quantity <= count ? undefined : `make ${placeOf(at, standing.length)} ${String(line.quantity - count)}`;
}

function oneDescribed(name: string, standing: readonly OrderLineFact[]): readonly [number, OrderLineFact] | undefined {
  const [at, ...others] = linesDescribed(standing.map((line) => toDescribed({ option_groups: [] }, line)), wordsOf(name));
  const line = standing[at ?? standing.length];
  return at === undefined || line === undefined || others.length > 0 ? undefined : [at, line];
}

/** Whether words name a dish of the order. */
function isStanding(name: string, standing: readonly OrderLineFact[]): boolean {
  return standing.some(({ itemName }) => namesDish(itemName, wordsOf(name)));
}

/** Whether a word tells some of the lines apart by their choices: "the lamb" of two kebabs. */
function isToldApart(word: string, standing: readonly OrderLineFact[]): boolean {
  const having = standing.filter(({ options }) => options.some(({ choice_id: id, negated }) => negated !== true && id.split('_').includes(word)));
  return having.length > 0 && having.length < standing.length && !isStanding(word, standing);
}

/** "Another one" is another of what was ordered last. */
function withName(said: string, standing: readonly OrderLineFact[]): string {
  const name = standing.at(-1)?.itemName.toLowerCase();
  return name === undefined ? said : said.replace(ANOTHER_ONE, (_phrase, how: string | undefined) => `one more ${name} ${how ?? 'with'} `);
}

/** "No jalapenos for him" of two that are alike is for one of them. */
function forOne(said: string, standing: readonly OrderLineFact[]): string {
  const isSeveral = (standing.at(-1)?.quantity ?? 0) > 1 && standing.every(({ notes }) => notes === undefined);
  return isSeveral ? said.replace(/^((?:no|without|with|less|extra|more) .+) for (?:him|her|my \p{L}+)$/u, '$1 on one of them') : said;
}

/** "Instead of one coffee give me a brownie", "a cake, not a brownie": one for the other, as edits say it. */
function asSwap(said: string, standing: readonly OrderLineFact[]): string {
  const [only, ...others] = standing;
  const corrected = I_SAID.exec(said)?.[1];
  const isOther = corrected !== undefined && only !== undefined && others.length === 0 && !wordsOf(corrected).every((word) => wordsOf(only.itemName.toLowerCase()).includes(word));
  if (isOther && !corrected.includes(' not ')) return `swap the ${only.itemName.toLowerCase()} for ${corrected}`;
  const [, refusedFirst, wantedInstead] = NO_INSTEAD.exec(said) ?? [];
  if (refusedFirst !== undefined && wantedInstead !== undefined) return `swap ${refusedFirst} for ${wantedInstead}`;
  const [, notThis, butThat] = NOT_THE.exec(said) ?? [];
  if (notThis !== undefined && butThat !== undefined && isStanding(notThis, standing) && !isStanding(butThat, standing)) return `swap the ${notThis} for ${butThat}`;
  const [, left, taken] = NOT_BUT.exec(said) ?? [];
  if (left !== undefined && taken !== undefined) return `remove the ${left.replace(/^the /, '')} and add ${taken}`;
  const [, old, wanted] = INSTEAD_FIRST.exec(said) ?? [];
  if (old !== undefined && wanted !== undefined) return `swap ${old} for ${wanted}`;
  const [, meant, refused] = NOT_THAT.exec(said) ?? [];
  const isRefused = refused !== undefined && standing.some(({ itemName }) => wordsOf(refused).slice(1).every((word) => wordsOf(itemName.toLowerCase()).includes(word)));
  return isRefused && meant !== undefined ? `swap ${refused} for ${meant}` : said;
}
