import type { DestinationStream } from 'pino';
import pinoPretty from 'pino-pretty';

/** Lines for a person at a terminal: time, level, request ID, message, then the other fields. */
export function prettyStream(): DestinationStream {
  return pinoPretty({
    destination: 1,
    sync: true,
    translateTime: 'SYS:HH:MM:ss.l',
    messageFormat: '{service} {request_id} {msg}',
    ignore: 'service,request_id',
  });
}
