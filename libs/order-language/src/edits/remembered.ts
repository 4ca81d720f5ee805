import type { CompiledMenu } from '../menu/compile-menu';

/** What a menu says of an order or a part of it, worked out once for each: they are looked through at every word of a sentence, and never change. */
export function remembered<Part extends object, Value>(find: (menu: CompiledMenu, part: Part) => Value): (menu: CompiledMenu, part: Part) => Value {
  const ofMenus = new WeakMap<CompiledMenu, WeakMap<Part, { readonly value: Value }>>();
  return (menu, part) => {
    const known = ofMenus.get(menu) ?? new WeakMap<Part, { readonly value: Value }>();
    ofMenus.set(menu, known);
    const found = known.get(part) ?? { value: find(menu, part) };
    known.set(part, found);
    return found.value;
  };
}
