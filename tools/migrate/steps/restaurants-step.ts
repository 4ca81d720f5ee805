import type { Document, ObjectId, UpdateFilter } from 'mongodb';
import { idOf, textOf } from '../legacy/values';
import { mapRestaurant } from '../mapping/restaurant';
import type { Step, Surroundings } from './step';

/** No review yet: of 1, 2, 3, 4 and 5. They are counted at the end. */
const NO_REVIEWS = [0, 0, 0, 0, 0];

/** As restaurant-api removes one: a mark stays for a day, to tell every instance. */
function removal(_id: ObjectId): UpdateFilter<Document> {
  return {
    $set: { nameKey: `\0${_id.toHexString()}`, items: [], optionGroups: [] },
    $inc: { revision: 1, changes: 1 },
    $currentDate: { changedAt: true, deletedAt: true },
  };
}

export function restaurantsStep({ restaurants, settings }: Surroundings): Step {
  return {
    take(source) {
      const { document, adaptations, faults } = mapRestaurant(source, settings);
      const replaced = document && restaurants.replacedBy(document.content.nameKey);
      const taken = document && restaurants.admit({ _id: document._id, ...document.content });
      if (document === undefined || taken !== undefined) return { document: undefined, adaptations, faults: [...faults, ...(taken ? [taken] : [])] };
      const { _id, createdAt, content } = document;
      const fresh = { ...content, reviews: NO_REVIEWS, recounts: 0, revision: 1, changes: 1, createdAt };
      // An upsert, for an insert cannot ask for the database's time, by which running instances find what is new.
      const updateOne = { filter: { _id }, update: { $setOnInsert: fresh, $currentDate: { changedAt: true as const } }, upsert: true };
      const write = { _id, operation: { updateOne } };
      if (replaced === undefined) return { document: write, adaptations, faults };
      const notes = [...adaptations, 'a restaurant of the same name was there, unused: it is removed'];
      return { document: write, adaptations: notes, faults, preparations: [{ updateOne: { filter: { _id: replaced.id }, update: removal(replaced.id) } }] };
    },
    passOver(source) {
      const [_id, name] = [idOf(source['_id']), textOf(source['name'] ?? source['restaurant_name'])];
      if (_id !== undefined && name !== undefined) restaurants.alsoKnownAs(_id, name);
    },
  };
}
