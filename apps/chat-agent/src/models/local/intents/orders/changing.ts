import { changeOfCounts, changeOfLines } from '../../changes/as-said';
import { changeByEdits } from '../../changes/by-edits';
import { askedBy, changeIn } from '../../changes/change';
import { readEdits } from '../../changes/edits-read';
import { sameBut } from '../../changes/same-but';
import type { Dialogue } from '../../dialogue';
import type { Move } from '../../move';

/** Changes to the order under way: "make it 3", "remove the dhokla", "add a coke", "no pickle". */
export async function changing(dialogue: Dialogue): Promise<Move | undefined> {
  const change = await changeIn(dialogue);
  if (change === undefined) return undefined;
  const ofLines = changeOfLines(change) ?? sameBut(change);
  if (ofLines !== undefined) return ofLines;
  const asked = askedBy(change);
  if (asked === undefined) return undefined;
  return changeOfCounts(change) ?? changeByEdits(readEdits(change, asked), (text) => changing({ ...dialogue, text, mention: undefined }));
}
