import type { ChatResponse, Quote } from '@foodie-express/contracts';
import pc from 'picocolors';
import { type AgentClient, AgentDownError, AgentRefusal } from './agent-client';
import { type Command, parseCommand } from './command';
import { orderTable } from './order-table';
import { printable } from './printable';
import type { Terminal } from './terminal';
import { COMMANDS, START_HINT } from './texts';

/** Carries a person's lines to the agent and its replies to the person, until the lines end. */
export class Conversation {
  private order: Quote | undefined;
  private turn: AbortController | undefined;

  constructor(
    private readonly agent: AgentClient,
    private readonly terminal: Terminal,
  ) {
    terminal.onInterrupt = () => {
      this.turn?.abort();
      return this.turn !== undefined;
    };
  }

  /** @returns whether every message got its reply */
  async run(): Promise<boolean> {
    const { terminal } = this;
    let allAnswered = true;
    for (;;) {
      const line = await terminal.ask(pc.bold(pc.cyan('you › ')));
      if (line === undefined) break;
      const command = parseCommand(line);
      if (command.kind === 'quit') return allAnswered;
      allAnswered = (await this.answered(command)) && allAnswered;
    }
    if (terminal.isInteractive) terminal.write('\n');
    return allAnswered;
  }

  private async answered(command: Command): Promise<boolean> {
    try {
      await this.obey(command);
      return true;
    } catch (error) {
      if (error instanceof AgentRefusal) this.complain(printable(error.message));
      else if (error instanceof AgentDownError) this.complain(`${error.message} ${START_HINT}`);
      else if (error instanceof DOMException && error.name === 'AbortError') this.terminal.write(pc.dim('(not waited for)\n\n'));
      else throw error;
      return false;
    }
  }

  private async obey(command: Command): Promise<void> {
    switch (command.kind) {
      case 'message':
        await this.say(command.text);
        break;
      case 'login':
        await this.sayWithPassword(`login ${command.username}`);
        break;
      case 'register':
        await this.sayWithPassword(`register ${command.username} ${command.email}`);
        break;
      case 'order':
        this.note(this.order === undefined ? 'No order is waiting for your yes.' : orderTable(this.order));
        break;
      case 'clear':
        await this.agent.clear();
        this.order = undefined;
        this.note('The conversation starts afresh.');
        break;
      case 'help':
        this.note(COMMANDS);
        break;
      case 'mistake':
        this.complain(command.hint);
        break;
      case 'quit':
      case 'nothing':
        break;
    }
  }

  private async sayWithPassword(words: string): Promise<void> {
    const password = await this.terminal.askSecret('Password: ');
    if (password === undefined || password === '') this.note('Nothing was sent.');
    else await this.say(`${words} ${password}`);
  }

  private async say(message: string): Promise<void> {
    const { terminal } = this;
    const turn = new AbortController();
    this.turn = turn;
    const line = { hasText: false };
    const onText = (text: string) => {
      line.hasText = true;
      terminal.write(printable(text));
    };
    const onTool = (name: string) => {
      if (!terminal.isInteractive) return;
      terminal.write(`${line.hasText ? '\n' : ''}${pc.dim(`· ${printable(name).replaceAll('_', ' ')}`)}\n`);
      line.hasText = false;
    };
    try {
      const reply = await this.agent.send(message, { onText, onTool }, turn.signal);
      terminal.write(line.hasText ? '\n' : `${printable(reply.response)}\n`);
      this.showOrder(reply);
      terminal.write('\n');
    } catch (error) {
      if (line.hasText) terminal.write('\n');
      throw error;
    } finally {
      this.turn = undefined;
    }
  }

  private showOrder({ pending_order: order }: ChatResponse): void {
    const hasChanged = JSON.stringify(order) !== JSON.stringify(this.order);
    this.order = order;
    if (hasChanged && order !== undefined) this.terminal.write(`\n${orderTable(order)}\n`);
  }

  private note(text: string): void {
    this.terminal.write(`${text}\n\n`);
  }

  private complain(text: string): void {
    process.stderr.write(`${pc.red(text)}\n\n`);
  }
}
