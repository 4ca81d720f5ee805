import type { Menu } from '@foodie-express/order-language';

const words = (list: string): string[] => list.split(' ');
const STYLES = words('crispy golden smoky spicy honey garlic lemon pepper sesame ginger coconut mango walnut maple roasted braised charred creamy tangy herb');
const DISHES = words('noodle dumpling skewer salad curry wrap platter soup bowl pancake');
const COLOURS = words('red green black white yellow fresh dried pickled grilled smoked');
const FOODS = words('onion pepper bean cheese sauce tomato olive chili rice cabbage carrot radish corn tofu egg bacon ham turkey shrimp crab nut seed leaf root sprout cream butter jam syrup oil');
const GROUPS = 15;
const GROUPS_OF_ITEM = 4;
const CHOICES_OF_GROUP = 20;

/** A menu of 200 items with 300 choices in 15 groups, and names that share their words, as the names of real menus do. */
export function largeMenu(): Menu {
  const names = COLOURS.flatMap((colour) => FOODS.map((food) => `${colour} ${food}`));
  return {
    categories: DISHES.map((dish) => ({ id: dish, names: [dish, `${dish}s`] })),
    items: STYLES.flatMap((style, row) =>
      DISHES.map((dish, column) => ({ id: `${style}_${dish}`, name: `${style} ${dish}`, category: dish, option_groups: groupsOf(row * DISHES.length + column) })),
    ),
    option_groups: Array.from({ length: GROUPS }, (_, group) => ({
      id: `group_${group}`,
      name: `group ${group}`,
      qualifiable: true,
      negatable: true,
      choices: names.slice(group * CHOICES_OF_GROUP, (group + 1) * CHOICES_OF_GROUP).map((name) => ({ id: name.replace(' ', '_'), name })),
    })),
  };
}

function groupsOf(item: number): string[] {
  return Array.from({ length: GROUPS_OF_ITEM }, (_, k) => `group_${(item + 4 * k) % GROUPS}`);
}

/** Sentences of 20 words over a menu: two items, options with them, one of them refused. The same for the same menu. */
export function sentencesOver(menu: Menu, count: number): string[] {
  const groups = new Map(menu.option_groups?.map((group) => [group.id, group.choices]));
  const option = (item: Menu['items'][number] | undefined, k: number): string => {
    const ids = item?.option_groups ?? [];
    const choices = groups.get(ids[k % ids.length] ?? '') ?? [];
    return choices[(7 * k) % choices.length]?.name ?? '';
  };
  return Array.from({ length: count }, (_, k) => {
    const one = menu.items[(37 * k) % menu.items.length];
    const other = menu.items[(53 * k + 11) % menu.items.length];
    return `i want two ${one?.name ?? ''}s with ${option(one, k)} and ${option(one, k + 1)} no ${option(one, k + 2)} and a ${other?.name ?? ''} with ${option(other, k)}`;
  });
}
