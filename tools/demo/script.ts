/** A dish and how many of it. */
export interface WantedLine {
  readonly item_name: string;
  readonly quantity: number;
}

export const RESTAURANT = 'Swati Snacks';

/** What the conversation orders. */
export const WANTED: readonly WantedLine[] = [
  { item_name: 'Masala Thepla', quantity: 2 },
  { item_name: 'Bhel Puri', quantity: 1 },
];

/** What the person says, from the greeting to the yes. The restaurant takes orders ahead, so the hour of the day does not matter. */
export function scriptFor(account: { readonly username: string; readonly email: string; readonly password: string }): readonly string[] {
  return [
    'hello',
    'which gujarati restaurants are there?',
    `show me the menu of ${RESTAURANT}`,
    `two masala theplas and a bhel puri from ${RESTAURANT}`,
    `register ${account.username} ${account.email} ${account.password}`,
    'yes',
  ];
}
