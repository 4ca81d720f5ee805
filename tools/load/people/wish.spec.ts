import { describe, expect, it } from '@jest/globals';
import { restaurantWith } from './fixtures';
import { dishesOf, lineOf, wishOf } from './wish';

const spice = { id: 'spice', name: 'Spice', choices: [{ id: 'mild', name: 'Mild' }, { id: 'hot', name: 'Hot' }] };

describe('wishes', () => {
  it('are for every dish with each of its options', () => {
    const [item] = restaurantWith({ Dabeli: 40 }).items;
    const restaurant = restaurantWith({ Khaman: 50 }, { option_groups: [spice] });
    const both = { ...restaurant, items: [...restaurant.items, ...(item === undefined ? [] : [{ ...item, option_groups: ['spice'] }])] };
    const dishes = dishesOf([both]);
    expect(dishes.map(({ name, optionWord }) => [name, optionWord])).toEqual([['Khaman', ''], ['Dabeli', 'mild'], ['Dabeli', 'hot']]);
    expect(dishes.map((dish) => lineOf(dish, 2).options)).toEqual([undefined, [{ group_id: 'spice', choice_id: 'mild' }], [{ group_id: 'spice', choice_id: 'hot' }]]);
  });

  it('are not for what cannot be ordered now', () => {
    expect(dishesOf([restaurantWith({ Khaman: 50 }, { open_now: false })])).toEqual([]);
    expect(dishesOf([restaurantWith({ Khaman: 50 }, { open_now: false, accepts_preorders: true })])).toHaveLength(1);
  });

  it('never ask for as many of a dish as anybody else asks for at any time', () => {
    const dishes = dishesOf([restaurantWith({ Khaman: 50, Dabeli: 40, Patra: 60 })]);
    const numbers = Array.from({ length: 3 * 49 }, (_, person) => wishOf(person, dishes)).flatMap(({ dish, firstQuantity, quantity }) => [firstQuantity, quantity].map((many) => `${many} ${dish.name}`));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(Math.max(...numbers.map((text) => parseInt(text)))).toBeLessThanOrEqual(100);
  });
});
