import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AuditTrail } from './audit-trail';
import { AUDIT, auditSchema } from './audit.schema';

@Module({
  imports: [MongooseModule.forFeature([{ name: AUDIT, schema: auditSchema }])],
  providers: [AuditTrail],
  exports: [AuditTrail, MongooseModule],
})
export class AuditModule {}
