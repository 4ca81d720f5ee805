import 'reflect-metadata';
import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { moneyProbe } from '@foodie-express/contracts';

@Injectable() class Service { value() { return moneyProbe; } }
@Controller() class Home { constructor(private readonly service: Service) {} @Get() get() { return { v: this.service.value() }; } }
@Module({ controllers: [Home], providers: [Service] }) class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(8000, '127.0.0.1');
