import { stateKey, type Sink, type State } from './state';

/** The best few states that reach one token, the cheapest first. */
export class Front implements Sink {
  /** A state that costs more would not be kept. */
  limit = Infinity;
  readonly states: State[] = [];
  private readonly keys: number[] = [];

  /** Keeps at most `width` states, none worse than the best by more than `margin`. */
  constructor(
    private readonly width: number,
    private readonly margin: number,
  ) {}

  add(state: State): void {
    if (state.cost >= this.limit) return;
    const key = stateKey(state);
    const same = this.keys.indexOf(key);
    if (same >= 0) {
      if ((this.states[same]?.cost ?? 0) <= state.cost) return;
      this.states.splice(same, 1);
      this.keys.splice(same, 1);
    }
    let at = this.states.length;
    while (at > 0 && (this.states[at - 1]?.cost ?? 0) > state.cost) at -= 1;
    this.states.splice(at, 0, state);
    this.keys.splice(at, 0, key);
    if (this.states.length > this.width) {
      this.states.pop();
      this.keys.pop();
    }
    const [best] = this.states;
    const worst = this.states.length === this.width ? (this.states[this.width - 1]?.cost ?? Infinity) : Infinity;
    this.limit = Math.min(worst, (best?.cost ?? 0) + this.margin);
  }
}
