import { describeRequestContextMiddleware } from './middleware.suite';
import { describeRequestContextWithRedis } from './redis.suite';
import { describeRequestContext } from './request-context.suite';

describeRequestContext('async-local-storage');
describeRequestContextMiddleware('async-local-storage');
describeRequestContextWithRedis('async-local-storage');
