import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AuditListsService } from './audit-lists.service';
import { AuditTrail } from './audit-trail';
import { AUDIT, auditSchema } from './audit.schema';

@Module({
  imports: [MongooseModule.forFeature([{ name: AUDIT, schema: auditSchema }])],
  providers: [AuditTrail, AuditListsService],
  exports: [AuditTrail, AuditListsService],
})
export class AuditModule {}
