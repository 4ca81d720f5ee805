import type { Application } from 'express';

/** What Express keeps of a route; its type declarations lack `match`. */
interface RouteLayer {
  readonly route: { readonly methods: Readonly<Record<string, boolean>>; readonly path: string };
  match(path: string): boolean;
}

function isRouteLayer(layer: unknown): layer is RouteLayer {
  return typeof layer === 'object' && layer !== null && 'route' in layer && layer.route !== undefined && 'match' in layer;
}

/** The methods that some route takes at `path`, in upper case; empty where there is none. */
export function allowedMethods(app: Application, path: string): string[] {
  const layers: readonly unknown[] = app.router.stack;
  const methods = layers
    .filter(isRouteLayer)
    .filter((layer) => layer.match(path))
    .flatMap((layer) => Object.keys(layer.route.methods));
  return [...new Set(methods.map((method) => method.toUpperCase()))].sort();
}
