import { requestContextBackends } from './create-request-context';
import { describeRequestContextWithMongoose } from './mongoose.suite';

for (const backend of requestContextBackends) describeRequestContextWithMongoose(backend);
