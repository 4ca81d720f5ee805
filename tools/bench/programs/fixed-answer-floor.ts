import express from 'express';
import { answerTask } from './answer-tasks';
import { listen } from './listen';
import { fixedAnswerSchema } from './serve-task';

/** The least that Express can do: bytes that are ready, with their headers, and nothing else. */
answerTask('serve', fixedAnswerSchema, ({ path, headers, bodyBase64 }) => {
  const body = Buffer.from(bodyBase64, 'base64');
  const app = express().disable('x-powered-by');
  app.get(path, (_request, response) => {
    response.set(headers).send(body);
  });
  return listen(app);
});
