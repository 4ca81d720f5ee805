import { HEADER_BYTES, MAX_MESSAGE_BYTES, ProtocolError } from './message';

/** Cuts a stream of bytes into messages, which begin with their length. */
export class Frames {
  private parts: Buffer[] = [];
  private buffered = 0;
  private wanted = HEADER_BYTES;

  /** The messages that `chunk` completes. @throws {ProtocolError} where a length is impossible */
  push(chunk: Buffer): Buffer[] {
    this.parts.push(chunk);
    this.buffered += chunk.length;
    const messages: Buffer[] = [];
    while (this.buffered >= this.wanted) {
      const joined = this.parts.length === 1 ? (this.parts[0] ?? chunk) : Buffer.concat(this.parts);
      const length = joined.readInt32LE();
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new ProtocolError(`a message of ${length} bytes`);
      if (joined.length < length) {
        this.parts = [joined];
        this.wanted = length;
        break;
      }
      messages.push(joined.subarray(0, length));
      this.parts = [joined.subarray(length)];
      this.buffered = joined.length - length;
      this.wanted = HEADER_BYTES;
    }
    return messages;
  }
}
