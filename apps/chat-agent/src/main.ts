import express from 'express'; express().listen(5000, '127.0.0.1');
