// Preloaded into a service (`node --import`): when the program that started it is gone, however it died, the service stops
// cleanly instead of keeping its port and its data folder for ever.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
