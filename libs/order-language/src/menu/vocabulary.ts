import { doubleMetaphone } from 'double-metaphone';
import { stem } from '../text/word-forms';

/** The shortest beginning by which a word is found. */
const BEGINNING = 3;

/** All words of a menu, each with an ID, found by spelling, by stem, by sound and by length. */
export class Vocabulary {
  readonly words: string[] = [];
  private readonly ids = new Map<string, number>();
  private readonly stems = new Map<string, number[]>();
  /** Built when the first unknown word asks for them. */
  private beginnings: Map<string, number[]> | undefined;
  private consonants: Map<string, number[]> | undefined;
  private sounds: Map<string, number[]> | undefined;
  private readonly lengths = new Map<number, number[]>();

  private readonly joined = new Set<number>();

  /** The ID of a normalized word, which is added when it is new. */
  add(word: string): number {
    const id = this.ids.get(word) ?? this.insert(word);
    this.joined.delete(id);
    return id;
  }

  /** The ID of two words written as one. Such a word is found as it stands, inflected or misspelt, not by its beginning or its sound. */
  addJoined(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.insert(word);
    this.joined.add(id);
    return id;
  }

  private insert(word: string): number {
    const id = this.words.length;
    this.words.push(word);
    this.ids.set(word, id);
    append(this.stems, stem(word), id);
    append(this.lengths, word.length, id);
    return id;
  }

  /** Words of the menu that begin so, and are longer by at least two letters, or by five where the beginning has five itself. */
  withBeginning(beginning: string): readonly number[] {
    this.beginnings ??= this.indexBeginnings();
    const candidates = this.beginnings.get(beginning.slice(0, BEGINNING)) ?? [];
    return candidates.filter((id) => {
      const word = this.words[id] ?? '';
      // Long beginnings are mostly words of their own: "lemon" is no short "lemonade".
      return word.length >= beginning.length + (beginning.length > 4 ? 5 : 2) && word.startsWith(beginning);
    });
  }

  /** Words of the menu of which these are the consonants: "lrg" of "large". */
  withConsonants(word: string): readonly number[] {
    if (/(?<=.)[aeiou]/.test(word)) return [];
    this.consonants ??= this.indexConsonants();
    return this.consonants.get(word) ?? [];
  }

  private indexConsonants(): Map<string, number[]> {
    const consonants = new Map<string, number[]>();
    this.words.forEach((word, id) => {
      const skeleton = word.replace(/(?<=.)[aeiou]/g, '');
      if (this.joined.has(id) || skeleton.length < BEGINNING || skeleton === word) return;
      append(consonants, skeleton, id);
      const single = skeleton.replace(/(.)\1/g, '$1').replace('ck', 'k');
      if (single !== skeleton) append(consonants, single, id);
    });
    return consonants;
  }

  private indexBeginnings(): Map<string, number[]> {
    const beginnings = new Map<string, number[]>();
    this.words.forEach((word, id) => {
      if (!this.joined.has(id)) append(beginnings, word.slice(0, BEGINNING), id);
    });
    return beginnings;
  }

  idOf(word: string): number | undefined {
    return this.ids.get(word);
  }

  withStem(key: string): readonly number[] {
    return this.stems.get(key) ?? [];
  }

  /** Words that sound like the given one to an English ear. */
  withSoundOf(word: string): readonly number[] {
    this.sounds ??= this.indexSounds();
    const { sounds } = this;
    return [...new Set(soundsOf(word).flatMap((sound) => sounds.get(sound) ?? []))];
  }

  private indexSounds(): Map<string, number[]> {
    const sounds = new Map<string, number[]>();
    this.words.forEach((word, id) => {
      if (!this.joined.has(id)) for (const sound of soundsOf(word)) append(sounds, sound, id);
    });
    return sounds;
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
