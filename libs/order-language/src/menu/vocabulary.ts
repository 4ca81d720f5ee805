import { doubleMetaphone } from 'double-metaphone';
import { stem } from '../text/word-forms';

/** All words of a menu, each with an ID, found by spelling, by stem, by sound and by length. */
export class Vocabulary {
  readonly words: string[] = [];
  private readonly ids = new Map<string, number>();
  private readonly stems = new Map<string, number[]>();
  private readonly sounds = new Map<string, number[]>();
  private readonly lengths = new Map<number, number[]>();

  /** The ID of a normalized word, which is added when it is new. */
  add(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.words.push(word);
    this.ids.set(word, id);
    append(this.stems, stem(word), id);
    append(this.lengths, word.length, id);
    for (const sound of soundsOf(word)) append(this.sounds, sound, id);
    return id;
  }

  idOf(word: string): number | undefined {
    return this.ids.get(word);
  }

  withStem(key: string): readonly number[] {
    return this.stems.get(key) ?? [];
  }

  /** Words that sound like the given one to an English ear. */
  withSoundOf(word: string): readonly number[] {
    return [...new Set(soundsOf(word).flatMap((sound) => this.sounds.get(sound) ?? []))];
  }

  ofLength(length: number): readonly number[] {
    return this.lengths.get(length) ?? [];
  }
}

function append<K>(lists: Map<K, number[]>, key: K, id: number): void {
  const list = lists.get(key);
  if (list) list.push(id);
  else lists.set(key, [id]);
}

/** Double Metaphone codes of a word of letters; short codes say too little and are left out. */
function soundsOf(word: string): string[] {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return [];
  return [...new Set(doubleMetaphone(word))].filter((code) => code.length >= 2);
}
