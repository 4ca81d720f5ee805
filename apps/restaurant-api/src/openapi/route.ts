import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import type { Reflector } from '@nestjs/core';
import type { Role } from '@foodie-express/contracts';
import { z, ZodType } from 'zod';
import { AllowedRoles } from '../auth/allowed-roles';
import { Operation, type OperationDescription } from './operation.decorator';

type PathSchema = z.ZodObject<Record<string, ZodType>>;

/** One call, as its handler declares it. */
export interface Route {
  /** `get`, `post`, ... */
  readonly method: string;
  /** `/orders/{id}` */
  readonly path: string;
  readonly tag: string;
  readonly pathParameters: readonly string[];
  /** What validates its path parameters, where something does. */
  readonly pathSchema: PathSchema | undefined;
  readonly query: ZodType | undefined;
  readonly body: ZodType | undefined;
  /** The roles it is for: undefined for everybody, empty for every user. */
  readonly roles: readonly Role[] | undefined;
  readonly operation: OperationDescription | undefined;
}

const argumentsSchema = z.record(z.string(), z.object({ schema: z.unknown().optional(), data: z.unknown().optional() })).default({});

type DeclaredArguments = z.infer<typeof argumentsSchema>;

/** By the controller's name: reviews are reached by the addresses of restaurants and users. */
const tags: Readonly<Record<string, string>> = {
  HealthController: 'service',
  OpenApiController: 'service',
  RestaurantsController: 'restaurants',
  RestaurantManagementController: 'restaurants',
  UsersController: 'users',
  OrdersController: 'orders',
  RestaurantOrdersController: 'orders',
  ReviewsController: 'reviews',
  AdminController: 'admin',
};

/** The routes of a controller, in the order of its methods. */
export function routesOf(controller: Type, reflector: Reflector): Route[] {
  const prototype: unknown = controller.prototype;
  const names = Object.getOwnPropertyNames(prototype);
  return names.flatMap((name) => {
    const handler: unknown = typeof prototype === 'object' && prototype !== null ? Reflect.get(prototype, name) : undefined;
    return typeof handler === 'function' && name !== 'constructor' ? (routeOf(controller, name, handler, reflector) ?? []) : [];
  });
}

function routeOf(controller: Type, name: string, handler: object, reflector: Reflector): Route | undefined {
  const method = z.enum(RequestMethod).optional().parse(Reflect.getMetadata(METHOD_METADATA, handler));
  if (method === undefined) return undefined;
  const paths = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)].map((part) => z.string().parse(part));
  const path = `/${paths.flatMap((part) => part.split('/')).filter((part) => part !== '').join('/')}`;
  const declared = argumentsSchema.parse(Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name));
  const schemaFrom = (source: RouteParamtypes) => {
    const schema = Object.entries(declared).find(([key]) => key.startsWith(`${source}:`))?.[1].schema;
    return schema instanceof ZodType ? schema : undefined;
  };
  return {
    method: RequestMethod[method].toLowerCase(),
    path: path.replaceAll(/:(\w+)/g, '{$1}'),
    tag: tags[controller.name] ?? 'service',
    pathParameters: [...path.matchAll(/:(\w+)/g)].flatMap(([, parameter]) => parameter ?? []),
    pathSchema: pathSchemaOf(declared),
    query: schemaFrom(RouteParamtypes.QUERY),
    body: schemaFrom(RouteParamtypes.BODY),
    roles: reflector.get<readonly Role[] | undefined>(AllowedRoles.KEY, z.custom<() => void>().parse(handler)),
    operation: reflector.get<OperationDescription | undefined>(Operation.KEY, z.custom<() => void>().parse(handler)),
  };
}

function pathSchemaOf(declared: DeclaredArguments): PathSchema | undefined {
  const parameters = Object.entries(declared).flatMap(([key, { data, schema }]) =>
    key.startsWith(`${RouteParamtypes.PARAM}:`) && typeof data === 'string' && schema instanceof ZodType ? [[data, schema] as const] : [],
  );
  return parameters.length === 0 ? undefined : z.object(Object.fromEntries(parameters));
}
