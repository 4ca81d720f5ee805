// Preloaded into every program that is measured (`node --import`): tells the benchmark what the process has used so far. Plain
// JavaScript, so that the API runs as it was built.
process.on('message', (message) => {
  if (message?.task !== 'usage') return;
  const { user, system } = process.cpuUsage();
  // There only under --expose-gc: what is left is what the process really holds.
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send({ id: message.id, answer: { cpuSeconds: (user + system) / 1e6, heapBytes: heapUsed, externalBytes: external, residentBytes: rss } });
});
process.channel?.unref();
