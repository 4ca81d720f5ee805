/** What reading cost. `documentsExamined` counts documents that were fetched, `keysExamined` index entries that were read. */
export class Examined {
  documentsExamined = 0;
  keysExamined = 0;

  add(other: Examined): void {
    this.documentsExamined += other.documentsExamined;
    this.keysExamined += other.keysExamined;
  }
}
