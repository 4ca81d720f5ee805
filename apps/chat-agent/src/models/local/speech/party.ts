import { numberOf } from './utterance';

/** How many eat, and what may be spent on all of them. */
export interface Party {
  readonly people: number;
  /** In units of the currency that is spoken of; undefined where none is told. */
  readonly budget: number | undefined;
}

const PEOPLE = /\b(?:for|feed|feeding|are|we're|of|serve|party of|us)\s+(?:us\s+|about\s+|around\s+)?(\w+)\s+(?:people|persons?|of us|adults|kids|guests|friends|folks|members)\b|\b(?:we are|we're|party of|group of|family of|team of|table of) (\w+)\b/;
/** "Dinner for 6", and no "snacks for 60 rupees". */
const MEAL_FOR = /\b(?:dinner|lunch|breakfast|brunch|supper|food|meals?|snacks?|something|anything|party|a treat) for (?:us )?(?:all )?(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=$| ?,| (?:under|below|within|with|in|max|budget|tonight|today|please|who|and|around|about|less|up|total|at|from|veg|not)\b)(?! ?(?:rs|rupees?|inr|bucks?|dollars?|pm|am|min\w*)\b)/;
/** As many as nobody would mean a price by. */
const MOST_AT_TABLE = 25;
const OF_US = /\b(?:the )?(\w+) of us\b(?! (?:is|are|eats?|don't|do not|can't|wants?|likes?)\b)/;
const TOLD = /\b(?:we are|we're|there (?:are|will be)|there's|party of|group of|family of|team of|table of|we are a family of) (\w+)(?: (?:people|persons?|of us|adults|kids|guests|friends|folks|members)|,|$)|\b(\w+) of us\b|\bfor (\w+) (?:people|persons?|friends|guests|adults)\b/;
const FOR_EACH = /\b(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|ek) ((?:(?!and\b|for\b|per\b|each\b|or\b|with\b|ways?\b|people\b|persons?\b|friends\b|how\b|much\b|is\b|are\b|pays?\b)[\p{L}'-]+ ){0,4})(?:for )?(?:each(?: (?:of us|person|one))?|per (?:person|head)|apiece|(?<=for )(?:everyone|everybody|all of us))(?! of\b)(?=$| ?,| and\b| please| from\b| at\b)/gu;
const EACH = /\b(?:each|per (?:person|head|plate)|a (?:person|head)|apiece)\b/;
const MONEY = '(?:rs|rupees?|inr|bucks?|dollars?)';
const BUDGET = new RegExp(
  `\\bbudget(?: is| of| around| about| maybe| max| rs\\.?| inr)*\\s*(\\d{1,6})\\b|\\b(\\d{1,6})(?: ${MONEY})? (?:budget|total|in total|altogether|max)\\b|\\b(?:under|below|within|up ?to|less than|max(?:imum)?)(?: rs\\.?| inr)?\\s*(\\d{2,6})\\b(?! ?(?:k?cal|min))|\\b(?:have|got|with|spend|for)(?: only| just| about| around)?(?: rs\\.?| inr)? ?(\\d{2,6}) ?${MONEY}\\b`,
);

/** "Feed 6 people, budget 2000": undefined where no number of people is told. What is told for each is no budget for all. */
export function partyIn(text: string): Party | undefined {
  const [, said, alone] = PEOPLE.exec(text) ?? [];
  const among = OF_US.exec(text)?.[1] ?? '';
  const meal = numberOf(MEAL_FOR.exec(text)?.[1] ?? '');
  const people = numberOf(said ?? alone ?? '') ?? (meal !== undefined && meal <= MOST_AT_TABLE ? meal : undefined) ?? (among === 'both' ? 2 : numberOf(among));
  if (people === undefined || people < 2 || people > 100) return undefined;
  const [, behind, before, bound, purse] = BUDGET.exec(text) ?? [];
  const budget = Number(behind ?? before ?? bound ?? purse ?? Number.NaN);
  return { people, budget: Number.isNaN(budget) ? undefined : EACH.test(text) ? budget * people : budget };
}

/** How many eat, as a sentence tells it in passing: "we are 3, ..."; undefined where it does not. */
export function peopleIn(text: string): number | undefined {
  const [, are, of, behind] = TOLD.exec(text) ?? [];
  const people = numberOf(are ?? of ?? behind ?? '');
  return people === undefined || people < 2 || people > 100 ? undefined : people;
}

/** In front of what is ordered, how many there are counts no dish: "we're 3 friends, i want bhel". */
const IN_FRONT = /^(?:(?:hi|hello|hey|ok|so|and|well)[ ,]+)*(?:we are|we're|we have|there are|there will be|there's|there is) (?:about |around |only |just )?\w+(?: (?:people|persons?|of us|adults|kids|guests|friends|folks|members|girls|boys|colleagues|ladies|guys))?(?: (?:here|today|tonight|total|in total|in all|eating))* ?, (?:(?:and|so) )?(?=\S)/;
const NO_ORDER = /\b(?:budget|suggest|recommend|what|which|enough|how|under|within|below|should|ideas?|split|share)\b/;

/**
 * An order without the number of people who are told of before it.
 * @param isName whether a word stands in a name of the catalogue
 */
export function withoutPartyInFront(text: string, isName: (word: string) => boolean): string {
  const front = IN_FRONT.exec(text)?.[0] ?? '';
  const rest = text.slice(front.length);
  const isParty = front !== '' && peopleIn(`${front.replace(/[ ,]+$/, '')},`) !== undefined;
  return isParty && !NO_ORDER.test(text) && rest.split(/[ ,]+/).some(isName) ? rest : text;
}

const TWO_EACH = /(?:^|(?<=[ ,]))(?:and )?(?:(?:my |our )?\p{L}+) and (?:i|me|myself) (?:both )?(?:want|need|would like|will have|are having|get|take) (?:an?|one) ([^,]+?) each\b/gu;

/** "Dev and I want a biryani each" is two of it, whoever else is told of. */
export function twoEach(text: string): string {
  return text.replace(TWO_EACH, '2 $1');
}

/** "2 dabeli each" of a party of three is "6 dabeli"; undefined where nothing is wanted for each of them. */
export function forAllOf(people: number, text: string): string | undefined {
  const told = text.replace(FOR_EACH, (said: string, count: string, what: string, at: number) => {
    const quantity = /^an?$/.test(count) ? 1 : numberOf(count);
    // "A samosa and a vada, two each" is two of each dish.
    const isOfDishes = what === '' && /\p{L}/u.test(text.slice(0, at).replace(TOLD, ''));
    return quantity === undefined || quantity < 1 || isOfDishes ? said : `${quantity * people} ${what}`.trim();
  });
  if (told === text) return undefined;
  const rest = told.replace(TOLD, '');
  return rest === told ? told.trim() : rest.replace(/^[\s,]*(?:(?:and|so|people|of us)\b[\s,]*)*/, '').trim();
}

const CHILDREN = '(?:kids|children|boys|girls|sons|daughters|grandkids|grandchildren)';
const NUMBERS = '(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)';
const KIDS_TOLD = new RegExp(`(?:^|[ ,]+)(?:(?:and|so|as|because|since)[ ,]+)*(?:we have|we've got|i have|i've got|there are|we are with|they are) ${NUMBERS} ${CHILDREN}\\b(?: in all| in total)?`);
const EACH_KID = new RegExp(`(?:for )?(?:the|my|our) ${CHILDREN}(?: (?:want|get|take|have|will have|would like|are having))? (an?|one|two|three|\\d) ((?:[\\p{L}']+ ){1,4})each\\b`, 'u');

/** "The kids a dosa each, we have 2 kids" is "2 dosa". */
export function forEachKid(text: string): string {
  const kids = numberOf(KIDS_TOLD.exec(text)?.[1] ?? '');
  const [said, count = '', what = ''] = EACH_KID.exec(text) ?? [];
  if (kids === undefined || said === undefined) return text;
  const quantity = (/^an?$/.test(count) ? 1 : (numberOf(count) ?? 1)) * kids;
  return text.replace(KIDS_TOLD, '').replace(said, `${String(quantity)} ${what.trim()}`).replace(/^[\s,]+/, '');
}
