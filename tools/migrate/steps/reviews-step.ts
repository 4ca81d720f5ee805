import { mapReview } from '../mapping/review';
import { insertion, type Step, type Surroundings } from './step';

export function reviewsStep(surroundings: Surroundings): Step {
  return {
    take(source) {
      const review = mapReview(source, surroundings);
      const fault = review.document && surroundings.reviews.admit(review.document);
      return insertion(fault === undefined ? review : { ...review, document: undefined, faults: [...review.faults, fault] });
    },
    passOver(source) {
      // One that its author has removed since counts too: another one of the same author stays out.
      const { document } = mapReview(source, surroundings);
      if (document !== undefined) surroundings.reviews.admit(document);
    },
  };
}
