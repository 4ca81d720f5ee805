import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { applyEdits, compileMenu, menuSchema, parseEdits, parseOrder } from '../index';
import type { CompiledMenu } from '../menu/compile-menu';
import type { OrderLine } from '../parsed-order';

function menuOf(name: string): CompiledMenu {
  return compileMenu(menuSchema.parse(JSON.parse(readFileSync(new URL(`../../fixtures/${name}.menu.json`, import.meta.url), 'utf8'))));
}

/** "2 latte[oat !foam]": quantity, item, options. */
function written(order: readonly OrderLine[]): string {
  return order
    .map((line) => {
      const options = line.options.map((option) => `${option.negated ? '!' : ''}${option.qualifier ? `${option.qualifier}:` : ''}${option.choiceId ?? option.candidates.join('|')}`);
      return `${line.quantity} ${line.itemId ?? line.candidates.join('|')}${options.length > 0 ? `[${options.sort().join(' ')}]` : ''}`;
    })
    .join(' + ');
}

type Case = readonly [said: string, result: string];

function describeEdits(menuName: string, orderSaid: string, cases: readonly Case[]): void {
  const menu = menuOf(menuName);
  const order = parseOrder(menu, orderSaid).items;
  describe(`to "${orderSaid}"`, () => {
    it.each(cases)('%s', (said, result) => {
      expect(written(applyEdits(menu, order, parseEdits(menu, said, order).edits))).toBe(result);
    });
  });
}

describeEdits('thepla_house', 'two masala theplas and a plain thepla', [
  ['pickle on one of them', '1 masala_thepla + 1 masala_thepla[pickle] + 1 plain_thepla'],
]);

it('keeps the notes of lines, and lines with other notes apart', () => {
  const menu = menuOf('thepla_house');
  const order: OrderLine[] = [
    { itemId: 'plain_thepla', quantity: 1, options: [] },
    { itemId: 'plain_thepla', quantity: 2, options: [], notes: 'crispy' },
  ];
  const notesAfter = (said: string) => applyEdits(menu, order, parseEdits(menu, said, order).edits).map(({ quantity, notes }) => [quantity, notes]);
  expect(notesAfter('add a masala thepla')).toEqual([[1, undefined], [2, 'crispy'], [1, undefined]]);
  expect(notesAfter('make it 3')).toEqual([[1, undefined], [3, 'crispy']]);
  expect(notesAfter('pickle on one of them')).toEqual([[1, undefined], [1, 'crispy'], [1, 'crispy']]);
});

describeEdits('thepla_house', 'two masala theplas with pickle, one plain thepla and three methi theplas with curd', [
  ['make the plain one two', '2 masala_thepla[pickle] + 2 plain_thepla + 3 methi_thepla[curd]'],
  ['change the masala to 3', '3 masala_thepla[pickle] + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['make it five', '2 masala_thepla[pickle] + 1 plain_thepla + 5 methi_thepla[curd]'],
  ['can you make that 2 instead', '2 masala_thepla[pickle] + 1 plain_thepla + 2 methi_thepla[curd]'],
  ['actually just one masala', '1 masala_thepla[pickle] + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['only 2 methi', '2 masala_thepla[pickle] + 1 plain_thepla + 2 methi_thepla[curd]'],
  ['three masala instead of two', '3 masala_thepla[pickle] + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['one more plain thepla', '2 masala_thepla[pickle] + 2 plain_thepla + 3 methi_thepla[curd]'],
  ['one more plain thepla and a methi thepla', '2 masala_thepla[pickle] + 2 plain_thepla + 3 methi_thepla[curd] + 1 methi_thepla'],
  ['add two more masala', '4 masala_thepla[pickle] + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['two less methi', '2 masala_thepla[pickle] + 1 plain_thepla + 1 methi_thepla[curd]'],
  ["so that's one methi fewer", '2 masala_thepla[pickle] + 1 plain_thepla + 2 methi_thepla[curd]'],
  ['we need one masala less and one plain thepla more', '1 masala_thepla[pickle] + 2 plain_thepla + 3 methi_thepla[curd]'],
  ['double the plain thepla', '2 masala_thepla[pickle] + 2 plain_thepla + 3 methi_thepla[curd]'],
  ['double everything', '4 masala_thepla[pickle] + 2 plain_thepla + 6 methi_thepla[curd]'],
  ['make the masala three and the plain two', '3 masala_thepla[pickle] + 2 plain_thepla + 3 methi_thepla[curd]'],
  ['no curd on the methi ones', '2 masala_thepla[pickle] + 1 plain_thepla + 3 methi_thepla[!curd]'],
  ['no pickle on the first one', '2 masala_thepla[!pickle] + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['no more pickle', '2 masala_thepla[!pickle] + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['remove the pickle', '2 masala_thepla + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['make the methi four and remove the pickle', '2 masala_thepla + 1 plain_thepla + 4 methi_thepla[curd]'],
  ['add curd to the plain thepla', '2 masala_thepla[pickle] + 1 plain_thepla[curd] + 3 methi_thepla[curd]'],
  ['the second one with pickle please', '2 masala_thepla[pickle] + 1 plain_thepla[pickle] + 3 methi_thepla[curd]'],
  ['what about adding pickle to the last one', '2 masala_thepla[pickle] + 1 plain_thepla + 3 methi_thepla[curd pickle]'],
  ['add curd to all of them', '2 masala_thepla[curd pickle] + 1 plain_thepla[curd] + 3 methi_thepla[curd]'],
  ['curd on everything except the plain one', '2 masala_thepla[curd pickle] + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['make both the first and second with chhundo', '2 masala_thepla[chhundo pickle] + 1 plain_thepla[chhundo] + 3 methi_thepla[curd]'],
  ["i'd like chhundo instead of pickle on the masala", '2 masala_thepla[chhundo] + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['make one of the masala ones without pickle', '1 masala_thepla[pickle] + 1 masala_thepla[!pickle] + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['swap the methi for plain', '2 masala_thepla[pickle] + 4 plain_thepla'],
  ['change one of the methi to plain', '2 masala_thepla[pickle] + 2 plain_thepla + 2 methi_thepla[curd]'],
  ['forget the plain thepla, make it masala', '2 masala_thepla[pickle] + 1 masala_thepla + 3 methi_thepla[curd]'],
  ['cancel the methi theplas', '2 masala_thepla[pickle] + 1 plain_thepla'],
  ['remove two methi theplas', '2 masala_thepla[pickle] + 1 plain_thepla + 1 methi_thepla[curd]'],
  ['take off one masala thepla', '1 masala_thepla[pickle] + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['remove the first and the third', '1 plain_thepla'],
  ['drop the last two', '2 masala_thepla[pickle]'],
  ['delete item 2', '2 masala_thepla[pickle] + 3 methi_thepla[curd]'],
  ['i changed my mind, no methi', '2 masala_thepla[pickle] + 1 plain_thepla'],
  ['never mind the methi', '2 masala_thepla[pickle] + 1 plain_thepla'],
  ['keep the first two', '2 masala_thepla[pickle] + 1 plain_thepla'],
  ['just the masala theplas', '2 masala_thepla[pickle]'],
  ['everything except the plain thepla', '1 plain_thepla'],
  ['cancel everything except the plain thepla', '1 plain_thepla'],
  ['i want everything except the methi', '2 masala_thepla[pickle] + 1 plain_thepla'],
  ['cancel everything', ''],
  ['start over', ''],
  ['could i also get a plain thepla with curd', '2 masala_thepla[pickle] + 1 plain_thepla + 3 methi_thepla[curd] + 1 plain_thepla[curd]'],
  ['same again', '4 masala_thepla[pickle] + 2 plain_thepla + 6 methi_thepla[curd]'],
  ['another round please', '4 masala_thepla[pickle] + 2 plain_thepla + 6 methi_thepla[curd]'],
  ["no that's it", '2 masala_thepla[pickle] + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['no thanks', '2 masala_thepla[pickle] + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['can you repeat that', '2 masala_thepla[pickle] + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['make it to go', '2 masala_thepla[pickle] + 1 plain_thepla + 3 methi_thepla[curd]'],
  ['thank you so much', '2 masala_thepla[pickle] + 1 plain_thepla + 3 methi_thepla[curd]'],
]);

describeEdits('coffee', 'a large latte with oat milk, two cappuccinos and a blueberry muffin', [
  ['make the cappuccinos small', '1 latte[large oat] + 2 cappuccino[small] + 1 blueberry_muffin'],
  ['make the latte a mocha', '1 mocha + 2 cappuccino + 1 blueberry_muffin'],
  ['make one of the cappuccinos decaf', '1 latte[large oat] + 1 cappuccino + 1 cappuccino[decaf] + 1 blueberry_muffin'],
  ['swap the muffin for a cinnamon roll', '1 latte[large oat] + 2 cappuccino + 1 cinnamon_roll'],
  ['a carrot muffin instead of the blueberry one', '1 latte[large oat] + 2 cappuccino + 1 carrot_muffin'],
  ['soy instead of oat', '1 latte[large soy] + 2 cappuccino + 1 blueberry_muffin'],
  ['soy milk on the latte', '1 latte[large soy] + 2 cappuccino + 1 blueberry_muffin'],
  ['make the latte small with soy', '1 latte[small soy] + 2 cappuccino + 1 blueberry_muffin'],
  ['add an espresso and make it decaf', '1 latte[large oat] + 2 cappuccino + 1 blueberry_muffin + 1 espresso[decaf]'],
  ['add a mocha and remove the muffin', '1 latte[large oat] + 2 cappuccino + 1 mocha'],
  ['cancel the drinks', '1 blueberry_muffin'],
  ['no foam on the cappuccinos', '1 latte[large oat] + 2 cappuccino[!foam] + 1 blueberry_muffin'],
  ['warm the muffin up', '1 latte[large oat] + 2 cappuccino + 1 blueberry_muffin[warmed]'],
  ['make it warm', '1 latte[large oat] + 2 cappuccino + 1 blueberry_muffin[warmed]'],
  ['a mocha', '1 latte[large oat] + 2 cappuccino + 1 blueberry_muffin + 1 mocha'],
  ['the first one small, the second one large', '1 latte[oat small] + 2 cappuccino[large] + 1 blueberry_muffin'],
  ['change the latte to a large chai', '1 chai_latte[large] + 2 cappuccino + 1 blueberry_muffin'],
]);

describeEdits('kebabalab', 'a large lamb kebab with garlic and lettuce, two cans of coke, chips', [
  ['chilli instead of garlic', '1 kebab[chilli lamb large lettuce] + 2 can_of_coke + 1 chips'],
  ['swap lamb for falafel', '1 kebab[falafel garlic large lettuce] + 2 can_of_coke + 1 chips'],
  ['make it a meal', '1 kebab[garlic lamb large lettuce meal] + 2 can_of_coke + 1 chips'],
  ['extra lettuce and no garlic sauce on the kebab', '1 kebab[!garlic extra:lettuce lamb large] + 2 can_of_coke + 1 chips'],
  ['remove lettuce from the kebab and add olives', '1 kebab[garlic lamb large olives] + 2 can_of_coke + 1 chips'],
  ['could you change the size of the kebab to small', '1 kebab[garlic lamb lettuce small] + 2 can_of_coke + 1 chips'],
  ['change both cokes to lemonade', '1 kebab[garlic lamb large lettuce] + 2 can_of_lemonade + 1 chips'],
  ['one of the cokes should be lemonade', '1 kebab[garlic lamb large lettuce] + 1 can_of_coke + 1 can_of_lemonade + 1 chips'],
  ['one coke less', '1 kebab[garlic lamb large lettuce] + 1 can_of_coke + 1 chips'],
  ['i meant two kebabs', '2 kebab[garlic lamb large lettuce] + 2 can_of_coke + 1 chips'],
  ['make that two chips', '1 kebab[garlic lamb large lettuce] + 2 can_of_coke + 2 chips'],
  ['and large chips please', '1 kebab[garlic lamb large lettuce] + 2 can_of_coke + 1 chips + 1 chips[large]'],
  ['make the chips large', '1 kebab[garlic lamb large lettuce] + 2 can_of_coke + 1 chips[large]'],
  ['what if we do two kebabs', '1 kebab[garlic lamb large lettuce] + 2 can_of_coke + 1 chips + 2 kebab'],
  ['drop everything but the kebab', '1 kebab[garlic lamb large lettuce]'],
  ['remove 1 coke and 1 chips', '1 kebab[garlic lamb large lettuce] + 1 can_of_coke'],
  ['put garlic on the chips', '1 kebab[garlic lamb large lettuce] + 2 can_of_coke + 1 chips'],
]);

describeEdits('taqueria', 'two chicken burritos with cheese, three churros and a horchata', [
  ['actually two churros not three', '2 burrito[cheese chicken] + 2 churros + 1 horchata'],
  ['two churros, not three', '2 burrito[cheese chicken] + 2 churros + 1 horchata'],
  ['no, 2 churros', '2 burrito[cheese chicken] + 2 churros + 1 horchata'],
  ['make it four burritos', '4 burrito[cheese chicken] + 3 churros + 1 horchata'],
  ['hold on, make it 5 churros', '2 burrito[cheese chicken] + 5 churros + 1 horchata'],
  ['change the churros to a dozen', '2 burrito[cheese chicken] + 12 churros + 1 horchata'],
  ['no wait, keep it', '2 burrito[cheese chicken] + 3 churros + 1 horchata'],
  ['keep the churros', '3 churros'],
  ['swap the coke for lemonade', '2 burrito[cheese chicken] + 3 churros + 1 horchata'],
  ['swap the horchata for lemonade', '2 burrito[cheese chicken] + 3 churros + 1 lemonade'],
  ['add 2 each of nachos and lemonade', '2 burrito[cheese chicken] + 3 churros + 1 horchata + 2 nachos + 2 lemonade'],
  ['one more of those', '2 burrito[cheese chicken] + 3 churros + 2 horchata'],
  ['the same for my friend', '4 burrito[cheese chicken] + 6 churros + 2 horchata'],
  ['double the churros', '2 burrito[cheese chicken] + 6 churros + 1 horchata'],
  ['make one of the burritos without cheese', '1 burrito[cheese chicken] + 1 burrito[!cheese chicken] + 3 churros + 1 horchata'],
  ['extra cheese on one of them', '1 burrito[cheese chicken] + 1 burrito[chicken extra:cheese] + 3 churros + 1 horchata'],
  ['make the second burrito with steak', '1 burrito[cheese chicken] + 1 burrito[cheese chicken steak] + 3 churros + 1 horchata'],
  ['without the onions on the burrito but with extra queso', '2 burrito[!onions cheese chicken extra:queso] + 3 churros + 1 horchata'],
  ['no cheese, extra queso', '2 burrito[!cheese chicken extra:queso] + 3 churros + 1 horchata'],
  ['remove the chicken, cheese and the horchata', '2 burrito + 3 churros'],
  ['remove the cheese, chicken and add queso', '2 burrito[queso] + 3 churros + 1 horchata'],
  ['steak instead of chicken', '2 burrito[cheese steak] + 3 churros + 1 horchata'],
  ['put steak in the burritos instead', '2 burrito[cheese steak] + 3 churros + 1 horchata'],
  ['no cheese in any of them', '2 burrito[!cheese chicken] + 3 churros + 1 horchata'],
  ['guac on the side', '2 burrito[cheese chicken guacamole] + 3 churros + 1 horchata'],
  ['scrap that and give me two tacos', '2 burrito[cheese chicken] + 3 churros + 2 taco'],
]);

describeEdits('manek_chowk_pizza', 'two large margherita pizzas with olives and a small cheese burst with onion and no capsicum', [
  ['extra olives please', '2 margherita_pizza[extra:olives large] + 1 cheese_burst_pizza[!capsicum onion small]'],
  ['make it three margheritas', '3 margherita_pizza[large olives] + 1 cheese_burst_pizza[!capsicum onion small]'],
  ['drop the pizza with onion', '2 margherita_pizza[large olives]'],
  ['remove the pizza without onion', '1 cheese_burst_pizza[!capsicum onion small]'],
  ['make 1 margherita small and the other medium', '1 margherita_pizza[olives small] + 1 margherita_pizza[medium olives] + 1 cheese_burst_pizza[!capsicum onion small]'],
  ['add paneer to both', '2 margherita_pizza[large olives paneer] + 1 cheese_burst_pizza[!capsicum onion paneer small]'],
  ['no olives but extra cheese', '2 margherita_pizza[!olives extra_cheese large] + 1 cheese_burst_pizza[!capsicum onion small]'],
]);

describe('a reference that fits several lines', () => {
  const menu = menuOf('coffee');
  const order = parseOrder(menu, 'a large latte and a small latte').items;

  it('is answered with all of them, so that the conversation can ask', () => {
    expect(parseEdits(menu, 'remove the latte', order).edits).toEqual([{ operation: 'remove', lineCandidates: [0, 1] }]);
    expect(applyEdits(menu, order, parseEdits(menu, 'remove the latte', order).edits)).toHaveLength(2);
  });

  it('is settled by an option, a position or a plural', () => {
    expect(parseEdits(menu, 'remove the small latte', order).edits).toEqual([{ operation: 'remove', line: 1 }]);
    expect(parseEdits(menu, 'remove the first latte', order).edits).toEqual([{ operation: 'remove', line: 0 }]);
    expect(parseEdits(menu, 'remove the large one', order).edits).toEqual([{ operation: 'remove', line: 0 }]);
    expect(parseEdits(menu, 'remove the lattes', order).edits).toHaveLength(2);
  });
});

describe('what neither the menu nor the order has', () => {
  const menu = menuOf('coffee');
  const order = parseOrder(menu, 'a latte').items;

  it.each(['and a samosa', 'remove the samosa'])('is answered as unknown: %s', (said) => {
    const parsed = parseEdits(menu, said, order);
    expect(parsed.edits).toEqual([]);
    expect(parsed.unknown.map((unknown) => unknown.text)).toEqual(['samosa']);
  });

  it('is answered as unknown where the menu has it and the order does not', () => {
    expect(parseEdits(menu, 'cancel the mocha', order)).toMatchObject({ edits: [], unknown: [{ text: 'mocha' }] });
  });
});

it('answers the number that was said, even where nobody can have so many', () => {
  const menu = menuOf('coffee');
  const order = parseOrder(menu, 'a latte').items;
  expect(parseEdits(menu, 'make it 0', order).edits).toEqual([{ operation: 'set_quantity', line: 0, quantity: 0 }]);
  expect(parseEdits(menu, 'make it two hundred', order).edits).toEqual([{ operation: 'set_quantity', line: 0, quantity: 200 }]);
  expect(parseEdits(menu, 'swap the tea for a mocha', order)).toMatchObject({ edits: [], unknown: [{ text: 'tea' }] });
});

it('reads an order from an empty one', () => {
  const menu = menuOf('coffee');
  const { edits } = parseEdits(menu, 'two lattes and a mocha', []);
  expect(written(applyEdits(menu, [], edits))).toBe('2 latte + 1 mocha');
});

it('takes one choice for another where a line is made so: "make it ... instead of ..."', () => {
  const menu = menuOf('kebabalab');
  const order = parseOrder(menu, 'a large lamb kebab and a coke').items;
  const { edits } = parseEdits(menu, 'make the kebab mixed instead of lamb', order);
  expect(edits.map(({ operation }) => operation)).toEqual(['unset_option', 'set_option']);
});
