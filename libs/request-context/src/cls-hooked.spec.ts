import { describeRequestContextMiddleware } from './middleware.suite';
import { describeRequestContextWithRedis } from './redis.suite';
import { describeRequestContext } from './request-context.suite';

describeRequestContext('cls-hooked');
describeRequestContextMiddleware('cls-hooked');
describeRequestContextWithRedis('cls-hooked');
