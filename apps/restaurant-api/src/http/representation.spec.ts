import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { Representation, sendRepresentation } from './representation';

const text = JSON.stringify({ dishes: Array.from({ length: 200 }, (_, index) => `Masala Dosa ${index} ₹80`) });

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The bytes as they go over the wire. */
async function ask(representation: Representation, headers: Record<string, string>, method = 'GET'): Promise<Answer> {
  const app = express().disable('etag');
  app.use((request, response, next) => { sendRepresentation(representation, request, response).catch(next); });
  const server = app.listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => { server.once('listening', resolve); });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return await new Promise((resolve, reject) => {
      const call = httpRequest({ port, host: '127.0.0.1', method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () => { resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }); });
        response.once('error', reject);
      });
      call.once('error', reject);
      call.end();
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const tagOf = (json: string): string => new Representation(json, 7).tag;

describe('a representation', () => {
  it.each([
    ['gzip', 'gzip', gunzipSync],
    ['br', 'br', brotliDecompressSync],
    ['gzip;q=0.2, br;q=0.9', 'br', brotliDecompressSync],
  ])('is compressed as the client takes it: %s', async (accepted, encoding, decompress) => {
    const { headers, body } = await ask(new Representation(text), { 'Accept-Encoding': accepted });
    expect(headers).toMatchObject({ 'content-encoding': encoding, 'content-length': String(body.length), vary: 'Accept-Encoding' });
    expect(decompress(body).toString()).toBe(text);
  });

  it.each(['identity', 'gzip;q=0, br;q=0', 'deflate, zstd', 'x'.repeat(5_000)])('is sent as it is to a client that takes nothing else: %.20s', async (accepted) => {
    const { headers, body } = await ask(new Representation(text), { 'Accept-Encoding': accepted });
    expect(headers).not.toHaveProperty('content-encoding');
    expect(body.toString()).toBe(text);
  });

  it('is not compressed where it is short', async () => {
    const { headers, body } = await ask(new Representation('{}'), { 'Accept-Encoding': 'gzip' });
    expect(headers).not.toHaveProperty('content-encoding');
    expect(body.toString()).toBe('{}');
  });

  it('is compressed once for all who ask', () => {
    const representation = new Representation(text);
    expect(representation.in('gzip')).toBe(representation.in('gzip'));
  });

  it.each([
    ['with what `fetch` adds to it', { 'If-None-Match': tagOf(text), 'Cache-Control': 'no-cache', Pragma: 'no-cache' }, 304],
    ['made weak by a proxy, among others', { 'If-None-Match': `"other" ,W/${tagOf(text)}` }, 304],
    ['whatever there is', { 'If-None-Match': '*' }, 304],
    ['another one', { 'If-None-Match': tagOf('{}') }, 200],
    ['none', { 'Cache-Control': 'no-cache' }, 200],
  ])('is sent or not by the tag that the client has: %s', async (_what, headers, status) => {
    expect((await ask(new Representation(text, 7), headers)).status).toBe(status);
  });

  it('is not sent to a client that has it, and to HEAD only in its headers', async () => {
    const representation = new Representation(text, 7);
    expect(representation.tag).toMatch(/^"7-/);
    const known = await ask(representation, { 'If-None-Match': representation.tag });
    expect([known.status, known.body.length]).toEqual([304, 0]);
    const head = await ask(representation, {}, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(Buffer.byteLength(text)), 0]);
  });
});
