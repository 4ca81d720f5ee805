import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { VERSION } from '../health/service-description';
import { Representation } from '../http/representation';
import { openApiDocument } from './openapi-document';
import { type Route, routesOf } from './route';

/** The document of all controllers, made at the first question. */
@Injectable()
export class OpenApiService {
  private made: Representation | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  routes(): Route[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => (isController(metatype) ? routesOf(metatype, this.reflector) : []));
  }

  representation(): Representation {
    return (this.made ??= new Representation(JSON.stringify(openApiDocument(this.routes(), VERSION))));
  }
}

function isController(metatype: unknown): metatype is new () => object {
  return typeof metatype === 'function';
}
