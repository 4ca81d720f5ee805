/** Who runs the service: what it does at its start (samples, the first admin) is audited in their name, which no user can have. */
export const OPERATOR = { id: '-', username: '(operator)', role: 'admin' } as const;
