import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { sendRepresentation } from '../http/representation';
import { OpenApiService } from './openapi.service';
import { Operation } from './operation.decorator';

@Controller()
export class OpenApiController {
  constructor(private readonly openApi: OpenApiService) {}

  @Get('openapi.json')
  @Operation({
    id: 'getDocument',
    summary: 'This document',
    answer: z.looseObject({}),
    example: { answer: { openapi: '3.1.0' } },
    answerHeaders: ['ETag'],
    needsNoDatabase: true,
    passesOverQuery: true,
  })
  document(@Req() request: Request, @Res() response: Response): Promise<void> {
    return sendRepresentation(this.openApi.representation(), request, response);
  }
}
