import pc from 'picocolors';

export const HELP = `A conversation with the chat agent in the terminal.

  npm run chat
  npm run chat -- --user alice     a conversation that goes on the next time; without it each run is a new one
  npm run chat -- --url URL        an agent elsewhere; by default http://127.0.0.1 and AGENT_PORT (5000)

Messages may also come from a pipe, one a line: echo "show me the restaurants" | npm run --silent chat`;

export const COMMANDS = [
  ['/login NAME', 'log in; the password is asked for and not shown'],
  ['/register NAME EMAIL', 'open an account, likewise'],
  ['/order', 'the order that waits for your yes'],
  ['/clear', 'start afresh'],
  ['/quit', 'or Ctrl-D'],
]
  .map(([command = '', meaning = '']) => `  ${command.padEnd(22)}${pc.dim(meaning)}`)
  .join('\n');

export const START_HINT = 'Start the services with "npm start" in another terminal.';
