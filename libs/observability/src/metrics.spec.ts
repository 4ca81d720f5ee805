import { describe, expect, it } from '@jest/globals';
import { eventually } from '@foodie-express/testing';
import express from 'express';
import request from 'supertest';
import { createMetrics } from './metrics';

describe('createMetrics', () => {
  it('counts requests by route, never by path', async () => {
    const { registry, middleware } = createMetrics('test');
    const orders = express.Router().get('/:id', (_, response) => response.sendStatus(204));
    const app = express().use(middleware).use('/orders', orders);
    for (const path of ['/orders/1', '/orders/2', '/nowhere/3']) await request(app).get(path);
    await eventually(async () => {
      const text = await registry.metrics();
      expect(text).toContain('http_request_duration_seconds_count{service="test",method="GET",route="/orders/:id",status="204"} 2');
      expect(text).toContain('http_request_duration_seconds_count{service="test",method="GET",route="unmatched",status="404"} 1');
      expect(text).toContain('process_cpu_seconds_total');
    });
  });
});
