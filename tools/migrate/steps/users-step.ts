import { mapUser } from '../mapping/user';
import { insertion, type Step, type Surroundings } from './step';

export function usersStep({ users }: Surroundings): Step {
  return {
    take(source) {
      const user = users.admit(mapUser(source));
      const { rekeyed } = user;
      const preparations = rekeyed && [{ updateOne: { filter: { _id: rekeyed._id }, update: { $set: { usernameKey: rekeyed.usernameKey } } } }];
      return { ...insertion(user), preparations: preparations ?? [] };
    },
  };
}
