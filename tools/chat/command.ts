/** What a line asks for: a message to the agent, or something that is done here. */
export type Command =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'login'; readonly username: string }
  | { readonly kind: 'register'; readonly username: string; readonly email: string }
  | { readonly kind: 'order' | 'clear' | 'help' | 'quit' | 'nothing' }
  | { readonly kind: 'mistake'; readonly hint: string };

/** "login alice" without a password, however it is put: the password is then asked for without echo. */
const LOGIN_WITHOUT_PASSWORD = /^(?:please\s+)?(?:log\s*(?:me\s+)?in|sign\s*(?:me\s+)?in)\s+(?:as\s+)?([A-Za-z0-9_-]{3,30})$/i;

/** Words that follow "log in" and are no name. */
const NO_NAME = /^(?:please|now|first|again|later|here|with|account)$/i;

export function parseCommand(line: string): Command {
  const text = line.trim();
  if (text === '') return { kind: 'nothing' };
  if (!text.startsWith('/')) {
    const username = LOGIN_WITHOUT_PASSWORD.exec(text)?.[1];
    return username === undefined || NO_NAME.test(username) ? { kind: 'message', text } : { kind: 'login', username };
  }
  const [name = '', ...words] = text.slice(1).split(/\s+/);
  return slashCommand(name.toLowerCase(), words);
}

function slashCommand(name: string, words: readonly string[]): Command {
  const [first, second] = words;
  switch (name) {
    case 'login':
      return first === undefined || words.length > 1 ? { kind: 'mistake', hint: '/login NAME (the password is asked for)' } : { kind: 'login', username: first };
    case 'register':
      return first === undefined || second === undefined || words.length > 2
        ? { kind: 'mistake', hint: '/register NAME EMAIL (the password is asked for)' }
        : { kind: 'register', username: first, email: second };
    case 'order':
    case 'clear':
    case 'help':
    case 'quit':
      return { kind: name };
    case 'exit':
      return { kind: 'quit' };
    default:
      return { kind: 'mistake', hint: `there is no /${name}; /help lists what there is` };
  }
}
